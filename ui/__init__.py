"""How people see and change a partnership design: the command line, and the window."""
