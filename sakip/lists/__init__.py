"""Lists that come from elsewhere as files: judged row by row, shown first, written all or nothing.

A list is read by :mod:`sakip.workbook.plain_table`, a budget file by :mod:`.sipd`. Between its preview and the click
that confirms it, it is kept nowhere: the page carries it, sealed (:mod:`.carried`), and it is judged again when it
comes back.
"""
