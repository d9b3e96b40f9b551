"""Every picture that a type declares is drawn from its worked example, in every format the same."""

from __future__ import annotations

import re

import pytest

from example_drafts import TYPES, as_form, read, strong
from showproof.api import make_template
from showproof.pictures.drawn import DRAW, pictures_of


@pytest.mark.parametrize("artifact", TYPES)
def test_the_worked_example_gives_every_declared_picture_in_every_format(scorer, artifact):
    kind = scorer.catalog.artifact(artifact)
    answers = strong(scorer.catalog, artifact)
    drawn = [
        pictures_of(read(scorer, as_form(scorer.catalog, answers, form), form=form), kind) for form in kind.formats
    ]
    for pictures in drawn:
        assert list(dict.fromkeys(re.sub(r" \(\d of \d\)$", "", one.title) for one in pictures)) == [
            one.title for one in kind.pictures
        ]
        assert pictures == drawn[0]


def test_a_template_that_nobody_filled_gives_no_picture(scorer):
    for artifact in TYPES[::6]:
        kind = scorer.catalog.artifact(artifact)
        for form in kind.formats:
            blank = make_template(scorer.catalog, artifact, format_name=form)
            assert pictures_of(read(scorer, blank, form=form), kind) == (), (artifact, form)


def test_every_kind_that_a_type_may_declare_can_be_drawn_and_is_declared(catalog):
    declared = {one.kind for artifact in TYPES for one in catalog.artifact(artifact).pictures}
    assert declared == set(DRAW)
