"""The frame around the pages: top bar, steps, guide, menus. What is on a page it does not know."""
