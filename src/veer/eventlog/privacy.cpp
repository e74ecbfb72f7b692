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
#include "veer/eventlog/person_names.hpp"

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

bool mostly_email_addresses(const ColumnShape& shape) {
  std::size_t rows = 0;
  for (const auto& [text, count] : shape.texts) {
    rows += is_email_address(trimmed(text)) ? count : 0;
  }
  return exceeds(rows, shape.rows);
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
    if (!telling || people.find(folded_name(text)) == people.end()) continue;
    rows += count;
    ++distinct;
  }
  return distinct >= 2 && exceeds(rows, shape.rows);
}

/// The names of people that may stand in other texts: not those that are the name of a unit too.
std::vector<std::string> names_to_look_for(const EventLog& log) {
  std::unordered_set<std::string> units;
  for (const std::string& group : log.groups.texts()) units.insert(folded_name(group));
  std::vector<std::string> names;
  for (const std::string& name : log.persons.texts()) {
    if (units.find(folded_name(name)) == units.end()) names.push_back(name);
  }
  return names;
}

class Protector {
 public:
  Protector(EventLog& log, const KeyedHash& hash)
      : log_(log), hash_(hash), names_(names_to_look_for(log)) {
    for (const std::string& name : log.persons.texts()) people_.insert(folded_name(name));
  }

  PrivacyFindings run() {
    replace_people();
    clean_dictionary(log_.activities);
    clean_dictionary(log_.groups);
    protect_case_names();
    protect_columns(log_.attributes);
    protect_columns(log_.event_attributes);
    findings_.bsn_values = replaced_.size();
    findings_.texts_with_names = with_names_.size();
    findings_.texts_with_email = with_email_.size();
    return std::move(findings_);
  }

 private:
  enum class Treatment : std::uint8_t {
    keep,
    staff,
    citizens,
    drop
  };

  /// Every name becomes a pseudonym; one written in several ways becomes one person. Two names of
  /// one hash stay two people.
  void replace_people() {
    Dictionary<PersonId> pseudonyms;
    std::unordered_map<std::string, PersonId> of_name;
    IdVector<PersonId, PersonId> now;
    for (const std::string& name : log_.persons.texts()) {
      const auto [at, is_new] = of_name.emplace(folded_name(name), PersonId::none());
      if (is_new) {
        std::string pseudonym = staff_pseudonym(name, hash_);
        while (!pseudonyms.find(pseudonym).is_none()) pseudonym += 'x';
        at->second = pseudonyms.add(pseudonym);
      }
      now.push_back(at->second);
    }
    findings_.spellings_joined = now.size() - pseudonyms.size();
    log_.persons = std::move(pseudonyms);
    if (findings_.spellings_joined == 0) return;
    for (Event& event : log_.events) {
      if (!event.person.is_none()) event.person = now[event.person];
    }
  }

  template <class IdType>
  void clean_dictionary(Dictionary<IdType>& texts) {
    Dictionary<IdType> clean;
    for (std::string text : texts.texts()) {
      clean_text(text);
      while (!clean.find(text).is_none()) text += 'x';
      clean.add(text);
    }
    texts = std::move(clean);
  }

  /// Takes out names of people, e-mail addresses and numbers that may be a BSN. Tells whether there
  /// was one.
  bool clean_text(std::string& text) {
    const std::string before = text;
    if (names_.replace(text, [&](std::string_view name) { return staff_pseudonym(name, hash_); })) {
      with_names_.insert(before);
    }
    if (replace_email_addresses(
            text, [&](std::string_view address) { return "E-" + hash_(folded_name(address)); })) {
      with_email_.insert(before);
    }
    replace_bsn(text);
    return text != before;
  }

  void protect_case_names() {
    std::size_t numbers = 0;
    for (const Case& c : log_.cases) numbers += may_be_bsn(c.name) ? 1U : 0U;
    findings_.case_names_replaced = exceeds(numbers, log_.cases.size());
    for (Case& c : log_.cases) {
      if (findings_.case_names_replaced) {
        c.name = "Z-" + hash_(c.name);
      } else {
        clean_text(c.name);
      }
      clean_text(c.case_type);
    }
  }

  template <class Column>
  void protect_columns(std::vector<Column>& columns) {
    std::vector<Column> kept;
    for (Column& column : columns) {
      const ColumnShape shape = shape_of(column.values);
      const Treatment treatment = treatment_of(column.name, shape);
      if (treatment == Treatment::drop) continue;
      const auto instead = replacements(shape, treatment);
      if (!instead.empty()) {
        for (Value& value : column.values) {
          const auto found = instead.find(naming_text(value).value_or(""));
          if (found != instead.end()) value = found->second;
        }
      }
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
    if (mostly_email_addresses(shape)) return drop(DropReason::personal_data);
    if (is_free_text(shape)) return drop(DropReason::free_text);
    return Treatment::keep;
  }

  /// What stands for each text of a column from now on; only those that change.
  std::unordered_map<std::string, std::string> replacements(const ColumnShape& shape,
                                                            Treatment treatment) {
    std::unordered_map<std::string, std::string> instead;
    for (const auto& [text, rows] : shape.texts) {
      if (treatment == Treatment::staff) {
        instead.emplace(text, staff_pseudonym(text, hash_));
      } else if (treatment == Treatment::citizens) {
        instead.emplace(text, "B-" + hash_(trimmed(text)));
      } else if (std::string clean = text; clean_text(clean)) {
        instead.emplace(text, std::move(clean));
      }
    }
    return instead;
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
  NamesInText names_;
  std::set<std::string> replaced_;
  std::set<std::string> with_names_;
  std::set<std::string> with_email_;
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
  return "P-" + hash(folded_name(name));
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
