"""Who and where: address, desa and organisation."""
