"""The file: what it looks like, how it is read and upgraded, how it is saved without losing the old one."""
