"""Number phrases: the same value in words and in figures comes to the same key."""

import pytest

from onrecord.check.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("twenty five", "n:25"),
        ("25", "n:25"),
        ("25.0", "n:25"),
        ("5 million", "n:5000000"),
        ("five million", "n:5000000"),
        ("5000000", "n:5000000"),
        ("$ 5 million", "n:5000000:$"),
        ("five million dollars", "n:5000000:$"),
        ("5 million dollars", "n:5000000:$"),
        ("$ 5bn", "n:5000000000:$"),
        ("$ 5m", "n:5000000:$"),
        ("5m", ""),
        ("$ 5", "n:5:$"),
        ("50 %", "n:50:%"),
        ("fifty percent", "n:50:%"),
        ("50 per cent", "n:50:%"),
        ("a hundred", "n:100"),
        ("100", "n:100"),
        ("half a million", "n:500000"),
        ("two and a half million", "n:2500000"),
        ("twenty sixteen", "n:2016"),
        ("two thousand and sixteen", "n:2016"),
        ("nineteen eighty five", "n:1985"),
        ("nineteen oh five", "n:1905"),
        ("21st", "n:21:th"),
        ("twenty first", "n:21:th"),
        ("1.5", "n:1.5"),
        ("one point five", "n:1.5"),
        ("one hundred and twenty thousand", "n:120000"),
        ("a million two hundred thousand five hundred and six", "n:1200506"),
        ("between one hundred and two hundred", "n:100 n:200"),
        ("one million and two million", "n:1000000 n:2000000"),
        ("five six", "n:5 n:6"),
        ("a dog in half a day", ""),
        ("one first second third", ""),
        ("1 1st", ""),
        ("007 agents", ""),
        ("twenty twenty four", "n:2024"),
        ("1980s", ""),
        ("9" * 5000, ""),
    ],
)
def test_value_of_a_number_phrase(text: str, keys: str) -> None:
    assert numbers_in(text.split()) == tuple(keys.split())


@pytest.mark.parametrize(
    ("text", "key"), [("one", "n:1"), ("1st", "n:1:th"), ("first", "n:1:th"), ("2nd", "n:2:th")]
)
def test_loose_counts_one_and_first(text: str, key: str) -> None:
    assert numbers_in([text], loose=True) == (key,)
