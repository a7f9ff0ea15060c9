"""When something was, as people say it: the time today, the weekday this week, the day otherwise."""

import datetime as dt

WEEK = 7
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def moment_in_words(when: dt.datetime, now: dt.datetime) -> str:
    """As in "14:02" (today), "yesterday 14:02", "Thursday", "2 March" or "2 March 2026".

    What is still to come, because a clock was set back, is a day like any other.
    """
    when = as_here(when, now)
    days = (now.date() - when.date()).days
    if days == 0:
        return f"{when:%H:%M}"
    if days == 1:
        return f"yesterday {when:%H:%M}"
    if 1 < days < WEEK:
        return WEEKDAYS[when.weekday()]
    day = f"{when.day} {MONTHS[when.month - 1]}"
    return day if when.year == now.year else f"{day} {when.year}"


def as_here(when: dt.datetime, now: dt.datetime) -> dt.datetime:
    """The same moment in the zone of this laptop; where the calendar ends in that zone, as it is."""
    try:
        return when.astimezone(now.tzinfo)
    except OverflowError:
        return when


def now() -> dt.datetime:
    """This moment, with the zone of this laptop."""
    return dt.datetime.now().astimezone()
