"""The LKIPs of a whole kabupaten as one zip: asked for, made kecamatan by kecamatan in the worker, put together."""
