"""Tables: what Qt's own table view needs to look and behave like the rest."""
