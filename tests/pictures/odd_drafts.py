"""Drafts on which a picture could fail: many rows, long and foreign words, circles, missing days and figures."""

from __future__ import annotations


def table(*rows: str) -> str:
    """A table of Markdown from rows with `;` between their cells, the first one its header."""
    cells = [[cell.strip() for cell in row.split(";")] for row in rows]
    lines = [cells[0], ["---"] * len(cells[0]), *cells[1:]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def sop(*steps: str) -> str:
    """A procedure of these steps: action, actor, time limit, if the check fails."""
    return "# Standard operating procedure\n\n## Steps\n\n" + table(
        "No.; Action; Actor; Time limit; If the check fails", *steps
    )


def plan(*lines: str) -> str:
    """A plan of these milestones: step, our owner, due, after, status."""
    head = "No.; Step; Owner, our side; Due; After; Status"
    return "# Mutual action plan\n\n## Milestones\n\n" + table(head, *lines)


def risks(*lines: str) -> str:
    """A register of these risks: id, event, likelihood, impact."""
    return "# Risk register\n\n## Risks\n\n" + table("ID; Event; Likelihood; Impact", *lines)


def thresholds(*lines: str) -> str:
    """Thresholds of a dashboard: metric, warn at, act at."""
    head = "Metric; Warn at; Act at; Owner; Action"
    return "# Dashboard specification\n\n## Thresholds and what happens\n\n" + table(
        head, *(f"{line}; Ana Ruiz; Calls the desk lead" for line in lines)
    )


def scenarios(*lines: str) -> str:
    """A forecast: scenario, result, likelihood."""
    return "# Forecast memo\n\n## Scenarios\n\n" + table("Scenario; Result; Likelihood", *lines)


LONG = (
    "Compare every line of the vendor's invoice with the usage file of the same month, mark each difference of more "
    "than two dollars with its cause, and send the marked list to the owner of the account before the close of business"
)
ODD: dict[str, tuple[str, str]] = {
    "swimlanes-one-lane": (
        "sop",
        sop(
            "1; Open the case; Ana Ruiz; 1 hour; ", "2; Is the customer known?; Ana Ruiz; ; Back to step 1",
            "3; Close the case; Ana Ruiz; 2 hours; Call the desk lead",
        ),
    ),
    "swimlanes-thirty-steps": (
        "sop",
        sop(*(f"{at}; Carry out part {at} of the move; {('Ana Ruiz', 'Ben Cole', 'Chi Adeyemi')[at % 3]}; {at} hours; "
              for at in range(1, 31))),
    ),
    "swimlanes-long-words": (
        "sop",
        sop(
            f"1; {LONG}; Accounts-payable-and-vendor-reconciliation-specialist for the north-eastern region; "
            f"within 30 minutes of the last file that the vendor sends on the first business day; {LONG}",
            "2; Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung; Wolfeschlegelsteinhausenbergerdorff; 1 day; ",
            "3; Pay; ; ; ",
        ),
    ),
    "swimlanes-foreign-words": (
        "sop",
        sop(
            "1; 受け取った請求書を注文書と照らし合わせて、差額があれば印を付ける; 経理部の担当者; "
            "30 minutes; 部長に連絡する",
            "2; בדוק את החשבונית מול ההזמנה ורשום כל הפרש; מחלקת הכספים; 1 hour; התקשר למנהל",
            "3; Vérifier l'écriture — « à l'identique » — et la clôturer; Zoë Šťastná; 2 hours; ",
        ),
    ),
    "schedule-circle": (
        "mutual-action-plan",
        plan(
            "1; Agree the plan; Ana Ruiz; 2026-03-02; ; Done", "2; Send the papers; Ben Cole; 2026-03-09; 1, 4; ",
            "3; Read the papers; Chi Adeyemi; 2026-03-16; 2; ", "4; Answer the questions; Ana Ruiz; 2026-03-23; 3; ",
            "5; Sign; Ana Ruiz; 2026-03-12; 1; ", "6; Start; Ben Cole; 2026-03-10; 5, the legal review; ",
        ),
    ),
    "schedule-missing-dates": (
        "mutual-action-plan",
        plan(
            "1; Agree the plan; Ana Ruiz; 2026-03-02; ; ", "2; Send the papers; ; soon; 1; ",
            "3; Read the papers; Chi Adeyemi; ; 2; ", "4; Sign; Ana Ruiz; 12 March; 3; ",
            "5; Start; Ana Ruiz; 2026-03-30; 4; ",
        ),
    ),
    "schedule-weeks": (
        "mutual-action-plan",
        plan(
            "1; Agree the plan; Ana Ruiz; Week 1; ; ", "2; Try it; Ben Cole; Weeks 2-4; 1; ",
            "3; Sign; Ana Ruiz; Week 6; 2; ",
        ),
    ),
    "risk-grid-words": (
        "risk-register",
        risks(
            *(f"R{at}; Part {at} comes late; Possible; Major" for at in range(1, 15)),
            f"R15; {LONG}; Almost certain; Minor", "R16; Nobody knows; ; Major", "R17; Strange; Often; Major",
        ),
    ),
    "bands-undecidable": (
        "dashboard-spec",
        thresholds(
            "Backlog; above 20; above 30", "Wait; 5 minutes; 5 minutes", "Errors; above 3%; below 1%",
            "Cost; when high; at once", "Cases; 10; 12%", "On time; below 95%; below 90%", "Loss; above 0; above $500",
        ),
    ),
    "fan-without-past": (
        "forecast-memo",
        scenarios("Low; $80,000; 20%", "Base; $95,000; 60%", "High; $97,000; 20%", "Unknown; a lot more; "),
    ),
}  # fmt: skip
"""Name of the case to its type and text."""
