"""YAML with line marks, checked, as artifact types, rubrics and roles."""
