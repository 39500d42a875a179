"""The capaian engine: frozen input in, results with their working out. Pure standard library.

No Django, no I/O, no clock; README.md holds the worked tables. Begin at :func:`sakip.capaian.engine.compute`.
"""
