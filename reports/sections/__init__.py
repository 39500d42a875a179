"""One pure function per part of a document: frozen Naskah in, document tree out. Never the ORM."""
