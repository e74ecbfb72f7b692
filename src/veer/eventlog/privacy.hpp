// SPDX-License-Identifier: EUPL-1.2
// What law 6 asks of records before anything is kept: no names of staff or citizens, no BSN.
//
// Readers give an Unprotected log, with names as in the source; only protect() makes an EventLog of
// it. People become pseudonyms; attributes that name staff or citizens too (known by their name, or
// because their values are people of the log); columns that identify citizens, columns that are
// mostly BSN or e-mail addresses and free text are left out; a single value that may be a BSN, an
// e-mail address, or the name of somebody of the log inside another text is replaced. Names that
// differ in capitals or blanks alone are one person. Ids keep the order of first appearance, so
// nothing but the texts depends on the key.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "veer/eventlog/event_log.hpp"
#include "veer/eventlog/staff.hpp"

namespace veer::eventlog {

/// Records as read: still with names. Not to be stored, shown or handed on.
struct Unprotected {
  EventLog log;
};

/// A staff list as read: still with names.
struct UnprotectedStaff {
  StaffList members;
};

/// The keyed hash of a text as a short word of letters and digits; the same text gives the same.
using KeyedHash = std::function<std::string(std::string_view)>;

/// The pseudonym of a member of staff: "P-" and the keyed hash of the folded name
/// (person_names.hpp).
[[nodiscard]] std::string staff_pseudonym(std::string_view name, const KeyedHash& hash);

/// Whether the text can be a citizen service number (BSN): nine digits, or eight (a leading zero
/// lost), perhaps with dots or spaces between or ".0" behind, that pass the 11-test: nine times the
/// first digit plus eight times the second ... plus twice the eighth minus the ninth is a multiple
/// of 11 (Source: Wet algemene bepalingen burgerservicenummer and Logisch Ontwerp GBA, the
/// "elfproef" of the BSN). Eight digits that are a day (20140411) are taken for a day.
[[nodiscard]] bool may_be_bsn(std::string_view text);

enum class DropReason : std::uint8_t {
  bsn,            ///< Most values pass the 11-test.
  personal_data,  ///< Contact data or dates of birth, by the name; or mostly e-mail addresses.
  free_text,      ///< Mostly different values of several words.
};

struct DroppedColumn {
  std::string name;
  DropReason reason = DropReason::bsn;
  friend bool operator==(const DroppedColumn&, const DroppedColumn&) = default;
};

/// What protect() did, in the order of the columns.
struct PrivacyFindings {
  std::vector<std::string> staff_columns;    ///< Attributes whose values became staff pseudonyms.
  std::vector<std::string> citizen_columns;  ///< Attributes that named citizens: pseudonyms.
  std::vector<DroppedColumn> dropped;
  std::size_t bsn_values = 0;        ///< Distinct single texts replaced because they may be a BSN.
  std::size_t spellings_joined = 0;  ///< Names that were another's in other capitals or blanks.
  std::size_t texts_with_names = 0;  ///< Distinct texts from which a person's name was taken out,
  std::size_t texts_with_email = 0;  ///< and an e-mail address.
  bool case_names_replaced = false;  ///< Most case names passed the 11-test: all became pseudonyms.
  friend bool operator==(const PrivacyFindings&, const PrivacyFindings&) = default;
};

struct Protected {
  EventLog log;
  PrivacyFindings findings;
};

/// Applies the rules above. O(values).
[[nodiscard]] Protected protect(Unprotected records, const KeyedHash& hash);

/// The staff list with pseudonyms; units, functions and scales stay.
[[nodiscard]] StaffList protect(UnprotectedStaff staff, const KeyedHash& hash);

}  // namespace veer::eventlog
