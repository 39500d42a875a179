"""How a kabupaten measures a year: scales, caps, decimals, rumus offered."""
