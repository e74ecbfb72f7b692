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
  }
  VEER_EXPECT(false && "a note without words");
}

}  // namespace

std::vector<org::Text> words_of(const std::vector<design::Note>& notes) {
  std::vector<org::Text> result;
  for (const design::Note& note : notes) {
    const auto words = [&](report::Language language) {
      return report::say(language, key_of(note.kind), report::number(language, note.number));
    };
    result.emplace_back(words(report::Language::nl), words(report::Language::en));
  }
  return result;
}

}  // namespace veer::app
