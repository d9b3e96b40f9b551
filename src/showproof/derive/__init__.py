"""How a level came about, worked out from a draft and the rubric that it is judged by."""
