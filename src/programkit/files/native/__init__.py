"""The native format: a folder with ``conference.yaml``, read and written."""
