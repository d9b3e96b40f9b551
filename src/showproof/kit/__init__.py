"""A role's hiring loop as papers: the candidate's preparation sheet, the interview kit, the raters' scorecards."""
