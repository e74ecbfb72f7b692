// SPDX-License-Identifier: EUPL-1.2
// Dutch public holidays on which municipal offices are closed.
//
// Source: Algemene termijnenwet art. 3 (New Year's Day, Good Friday, Easter Monday, Ascension
// Day, Whit Monday, Christmas Day and Boxing Day, King's Day, Liberation Day). Good Friday and
// 5 May are holidays for legal terms; whether an office closes is its own choice: Good Friday and
// yearly 5 May are left open to work here, 5 May in lustrum years (2025, 2030) is closed.
#pragma once

#include <vector>

#include "veer/base/time.hpp"

namespace veer::calendar {

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus 1991, ch. 8).
[[nodiscard]] Day easter_sunday(int year);
/// Days without office work in the years first .. last, ordered.
[[nodiscard]] std::vector<Day> office_holidays(int first_year, int last_year);
/// The generally recognised holidays of the Algemene termijnenwet, ordered: they move legal terms.
[[nodiscard]] std::vector<Day> legal_holidays(int first_year, int last_year);

}  // namespace veer::calendar
