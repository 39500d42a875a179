"""The frozen input of one kecamatan-year. ``types`` and ``codec`` are pure; only ``build`` touches the ORM."""
