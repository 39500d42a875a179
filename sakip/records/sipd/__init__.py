"""How files of the budget system (SIPD) are laid out, as a kabupaten mapped their columns once."""
