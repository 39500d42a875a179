"""BSrE through the e-Sign client service of the kabupaten: the only room that imports httpx.

The camat's private key never leaves BSrE. The service is sent the PDF, the NIK and the passphrase that the camat has
just typed, and answers with the signed PDF. Sources: what public clients of versions 1 and 2 of the service send and
read. Exact texts of its errors are not published: they are told by what is in them, and shown without what is secret.
"""
