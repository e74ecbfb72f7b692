// SPDX-License-Identifier: EUPL-1.2
#include "veer/app/design_notes.hpp"

#include "veer/report/text.hpp"

namespace veer::app {
namespace {

report::TextKey key_of(design::NoteKind kind) {
  using report::TextKey;
  switch (kind) {
    case design::NoteKind::people_without_unit: return TextKey::ask_note_without_unit;
    case design::NoteKind::people_without_domain: return TextKey::ask_note_without_domain;
    case design::NoteKind::domains_from_units: return TextKey::ask_note_domains_from_units;
    case design::NoteKind::domains_merged: return TextKey::ask_note_domains_merged;
    case design::NoteKind::fewer_top_units: return TextKey::ask_note_fewer_top_units;
    case design::NoteKind::one_unit: return TextKey::ask_note_one_unit;
    case design::NoteKind::deputies: return TextKey::ask_note_deputies;
    case design::NoteKind::other_work_clipped: return TextKey::ask_note_other_work;
    case design::NoteKind::no_opgave_teams: return TextKey::ask_note_no_opgave_teams;
  }
  VEER_EXPECT(false && "a note without words");
}

/// Whether the note's number is a group of people.
bool counts_people(design::NoteKind kind) {
  return kind == design::NoteKind::people_without_unit ||
         kind == design::NoteKind::people_without_domain || kind == design::NoteKind::deputies ||
         kind == design::NoteKind::other_work_clipped;
}

// Exact: DESIGN law 6, no report shows a group smaller than five (people).
constexpr double least_group = 5;

}  // namespace

std::vector<org::Text> words_of(const std::vector<design::Note>& notes) {
  std::vector<org::Text> result;
  for (const design::Note& note : notes) {
    const auto words = [&](report::Language language) {
      const std::string number = counts_people(note.kind) && note.number < least_group
                                     ? std::string(report::text(language, report::TextKey::few))
                                     : report::number(language, note.number);
      return report::say(language, key_of(note.kind), number);
    };
    result.emplace_back(words(report::Language::nl), words(report::Language::en));
  }
  return result;
}

}  // namespace veer::app
