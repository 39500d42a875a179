"""Backups of the whole installation, made while it is used, and restored into an empty one.

A backup is a folder: the database as its own engine copies it, every uploaded and archived file, and a manifest that
names each with its SHA-256. It is written beside its place and renamed when it is whole.
"""
