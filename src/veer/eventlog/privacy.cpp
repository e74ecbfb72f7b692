// SPDX-License-Identifier: EUPL-1.2
#include "veer/eventlog/privacy.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "veer/eventlog/column_names.hpp"

namespace veer::eventlog {
namespace {

// Judgement: the thresholds of this file are set to lose rather a column too many than a name.
constexpr double most = 0.5;  // share of values that decides about a column
constexpr std::size_t free_text_words = 3;

/// Parts of column names that tell of staff.
constexpr std::array<std::string_view, 17> staff_words = {
    "resource", "responsible", "actor",     "medewerker", "behandelaar", "verantwoordelijk",
    "employee", "assignee",    "performer", "handler",    "uitvoerder",  "toegewezen",
    "creator",  "gebruiker",   "username",  "manager",    "approver"};
/// Whole names of columns of staff that are too short to look for inside others.
constexpr std::array<std::string_view, 5> staff_names = {"agent", "user", "owner", "eigenaar",
                                                         "door"};
/// Parts of column names that tell of citizens and other outsiders.
constexpr std::array<std::string_view, 14> citizen_words = {
    "aanvrager",      "applicant",      "indiener",    "melder",    "klantnaam",
    "burgernaam",     "clientnaam",     "citizen",     "customer",  "betrokkene",
    "contactpersoon", "belanghebbende", "gemachtigde", "achternaam"};
/// Parts of column names of data that Veer has no use for.
constexpr std::array<std::string_view, 16> personal_words = {
    "burgerservice", "sofinummer", "geboorte",  "birthdate", "dateofbirth",  "telefoon",
    "phone",         "emailadres", "mailadres", "iban",      "bankrekening", "huisnummer",
    "straatnaam",    "postcode",   "woonadres", "paspoort"};
constexpr std::array<std::string_view, 5> personal_names = {"bsn", "email", "adres", "address",
                                                            "telnr"};

template <std::size_t N>
bool contains_any(std::string_view name, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name.find(word) != std::string_view::npos;
  });
}

template <std::size_t N>
bool is_any(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool holds_personal_data(std::string_view plain) {
  return contains_any(plain, personal_words) || is_any(plain, personal_names);
}

bool names_staff(std::string_view plain) {
  return contains_any(plain, staff_words) || is_any(plain, staff_names);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

/// The text of a value that could name or number somebody; nothing for other values.
std::optional<std::string> naming_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  return std::nullopt;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

/// What the values of one column look like, each distinct text counted once and by its rows.
struct ColumnShape {
  std::unordered_map<std::string, std::size_t> texts;  // naming text -> rows; only summed over
  std::size_t rows = 0;                                // with a naming text
  std::size_t words_rows = 0;                          // of several words
};

template <class Values>
ColumnShape shape_of(const Values& values) {
  ColumnShape shape;
  for (const Value& value : values) {
    if (auto text = naming_text(value)) {
      ++shape.texts[*std::move(text)];
      ++shape.rows;
    }
  }
  for (const auto& [text, rows] : shape.texts) {
    if (count_words(text) >= free_text_words) shape.words_rows += rows;
  }
  return shape;
}

bool exceeds(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) > most * static_cast<double>(whole);
}

bool mostly_bsn(const ColumnShape& shape) {
  std::size_t rows = 0;
  for (const auto& [text, count] : shape.texts) rows += may_be_bsn(text) ? count : 0;
  return shape.rows > 0 && exceeds(rows, shape.rows);
}

bool is_free_text(const ColumnShape& shape) {
  return exceeds(shape.words_rows, shape.rows) && exceeds(shape.texts.size(), shape.rows);
}

/// Most rows name people of the log. Two short numbers prove nothing: a count of documents must not
/// pass for the people "1" and "2".
bool names_people(const ColumnShape& shape, const std::unordered_set<std::string>& people) {
  std::size_t rows = 0;
  std::size_t distinct = 0;
  for (const auto& [text, count] : shape.texts) {
    const bool telling = text.size() >= 4 || text.find_first_not_of("0123456789") != text.npos;
    if (!telling || people.find(std::string(trimmed(text))) == people.end()) continue;
    rows += count;
    ++distinct;
  }
  return distinct >= 2 && exceeds(rows, shape.rows);
}

class Protector {
 public:
  Protector(EventLog& log, const KeyedHash& hash) : log_(log), hash_(hash) {
    for (const std::string& name : log.persons.texts()) people_.insert(std::string(trimmed(name)));
  }

  PrivacyFindings run() {
    replace_names(log_.persons, "P-");
    replace_numbers(log_.activities);
    replace_numbers(log_.groups);
    protect_case_names();
    protect_columns(log_.attributes);
    protect_columns(log_.event_attributes);
    findings_.bsn_values = replaced_.size();
    return std::move(findings_);
  }

 private:
  enum class Treatment : std::uint8_t {
    keep,
    staff,
    citizens,
    drop
  };

  /// Every text becomes a pseudonym, at its own id. Two names of one hash stay two people.
  template <class IdType>
  void replace_names(Dictionary<IdType>& names, std::string_view prefix) {
    Dictionary<IdType> pseudonyms;
    for (const std::string& name : names.texts()) {
      std::string pseudonym = std::string(prefix) + hash_(trimmed(name));
      while (!pseudonyms.find(pseudonym).is_none()) pseudonym += 'x';
      pseudonyms.add(pseudonym);
    }
    names = std::move(pseudonyms);
  }

  template <class IdType>
  void replace_numbers(Dictionary<IdType>& texts) {
    Dictionary<IdType> clean;
    for (std::string text : texts.texts()) {
      replace_bsn(text);
      while (!clean.find(text).is_none()) text += 'x';
      clean.add(text);
    }
    texts = std::move(clean);
  }

  void protect_case_names() {
    std::size_t numbers = 0;
    for (const Case& c : log_.cases) numbers += may_be_bsn(c.name) ? 1U : 0U;
    findings_.case_names_replaced = exceeds(numbers, log_.cases.size());
    for (Case& c : log_.cases) {
      if (findings_.case_names_replaced) {
        c.name = "Z-" + hash_(c.name);
      } else {
        replace_bsn(c.name);
      }
      replace_bsn(c.case_type);
    }
  }

  template <class Column>
  void protect_columns(std::vector<Column>& columns) {
    std::vector<Column> kept;
    for (Column& column : columns) {
      const Treatment treatment = treatment_of(column.name, shape_of(column.values));
      if (treatment == Treatment::drop) continue;
      for (Value& value : column.values) treat(value, treatment);
      column.is_person = treatment == Treatment::staff;
      replace_bsn(column.name);
      kept.push_back(std::move(column));
    }
    columns = std::move(kept);
  }

  Treatment treatment_of(const std::string& name, const ColumnShape& shape) {
    const std::string plain = plain_column_name(name);
    const auto drop = [&](DropReason reason) {
      findings_.dropped.push_back({name, reason});
      return Treatment::drop;
    };
    if (holds_personal_data(plain)) return drop(DropReason::personal_data);
    if (shape.rows == 0) return Treatment::keep;
    if (mostly_bsn(shape)) return drop(DropReason::bsn);
    if (contains_any(plain, citizen_words)) {
      findings_.citizen_columns.push_back(name);
      return Treatment::citizens;
    }
    if (names_staff(plain) || names_people(shape, people_)) {
      findings_.staff_columns.push_back(name);
      return Treatment::staff;
    }
    if (is_free_text(shape)) return drop(DropReason::free_text);
    return Treatment::keep;
  }

  void treat(Value& value, Treatment treatment) {
    if (auto* words = std::get_if<std::string>(&value); words && treatment == Treatment::keep) {
      replace_bsn(*words);
      return;
    }
    auto text = naming_text(value);
    if (!text) return;
    if (treatment == Treatment::staff) {
      value = staff_pseudonym(*text, hash_);
    } else if (treatment == Treatment::citizens) {
      value = "B-" + hash_(trimmed(*text));
    } else if (replace_bsn(*text)) {
      value = *std::move(text);
    }
  }

  /// Replaces the text when it may be a BSN, and any nine digits in it that may be one. Tells
  /// whether it did.
  bool replace_bsn(std::string& text) {
    if (may_be_bsn(text)) {
      replaced_.insert(text);
      text = "B-" + hash_(text);
      return true;
    }
    bool changed = false;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t first = text.find_first_of("0123456789", at);
      if (first == std::string::npos) break;
      std::size_t last = text.find_first_not_of("0123456789", first);
      if (last == std::string::npos) last = text.size();
      const std::string number = text.substr(first, last - first);
      at = last;
      if (number.size() != 9 || !may_be_bsn(number)) continue;
      replaced_.insert(number);
      const std::string pseudonym = "B-" + hash_(number);
      text.replace(first, number.size(), pseudonym);
      at = first + pseudonym.size();
      changed = true;
    }
    return changed;
  }

  EventLog& log_;
  const KeyedHash& hash_;
  std::unordered_set<std::string> people_;
  std::set<std::string> replaced_;
  PrivacyFindings findings_;
};

/// The nine digits of a possible number; empty when the text is anything else.
std::string nine_digits(std::string_view text) {
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") text.remove_suffix(2);
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != '.' && c != ' ') {
      return {};
    }
    if (digits.size() > 9) return {};
  }
  if (digits.size() == 8) {
    const auto number = [&](std::size_t at, std::size_t n) {
      return std::stoi(digits.substr(at, n));
    };
    const int year = number(0, 4);
    const auto day = day_from_date(year, static_cast<unsigned>(number(4, 2)),
                                   static_cast<unsigned>(number(6, 2)));
    if (day && year >= 1900 && year < 2100) return {};
    digits.insert(digits.begin(), '0');
  }
  return digits.size() == 9 ? digits : std::string();
}

}  // namespace

bool may_be_bsn(std::string_view text) {
  if (text.size() > 16) return false;
  const std::string digits = nine_digits(trimmed(text));
  if (digits.empty()) return false;
  int sum = -(digits[8] - '0');
  bool any = digits[8] != '0';
  for (int i = 0; i < 8; ++i) {
    const int digit = digits[static_cast<std::size_t>(i)] - '0';
    sum += (9 - i) * digit;
    any = any || digit != 0;
  }
  return any && sum % 11 == 0;
}

std::string staff_pseudonym(std::string_view name, const KeyedHash& hash) {
  return "P-" + hash(trimmed(name));
}

Protected protect(Unprotected records, const KeyedHash& hash) {
  PrivacyFindings findings = Protector(records.log, hash).run();
  return {std::move(records.log), std::move(findings)};
}

StaffList protect(UnprotectedStaff staff, const KeyedHash& hash) {
  for (StaffMember& member : staff.members) member.person = staff_pseudonym(member.person, hash);
  return std::move(staff.members);
}

}  // namespace veer::eventlog
