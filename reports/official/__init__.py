"""Documents of their own: PK, SK IKU, RKT, matriks Renstra, rencana aksi, and who signs."""
