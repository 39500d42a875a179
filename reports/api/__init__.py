"""The API for the kabupaten's own systems: read-only, by key (:mod:`kecamatan.accounts.system_keys`), described in
OpenAPI.

Views of Django and no framework for APIs: five addresses that only read need no parsing, no models of what comes in and
no second way to sign in; and the tables that go out are described already (:mod:`reports.open_data`), column by column,
which a framework would have said a second time in types of its own.
"""
