"""Everything the reviewer can do, declared once: actions, menus, keys and the tool bar."""
