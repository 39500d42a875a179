"""Which years anything can be of: a slip of the key is refused, nothing that a kecamatan reports is."""

from typing import Final

#: Years of records and documents.
YEAR_FIRST: Final = 2000
YEAR_LAST: Final = 2100

#: Years of dates: decrees since 1945, people born before that, plans some decades ahead.
DATE_YEAR_FIRST: Final = 1900
DATE_YEAR_LAST: Final = YEAR_LAST
