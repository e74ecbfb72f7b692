// SPDX-License-Identifier: EUPL-1.2
// The households of a running replication: who belongs to which, and who knew what when deciding.
// Private to sim.
//
// Composition follows from the work alone. At any moment a number of households form
// (work::forming_at_once). An arriving case belongs to one of them by draws addressed to the case;
// where that one has its case type, the next one that lacks it takes the case, and where none lacks
// it the case stays alone. A household that has its matters, a number of its own, is complete, and
// another begins in its place. The first ones begin empty; the warm-up fills them.
//
// Decisions. A matter is decided when it ends, by whoever did its last formal decision, or its last
// activity where its process has none, together with whoever decided on an exception of it. Of two
// decided matters the second was decided with knowledge of the first when
//   - one who decided on either had worked, advised or decided on the other, or
//   - one who decided on the second was told by one who worked, advised or decided on the first,
//     in a meeting between the two decisions that both attended: in a share of such meetings
//     (told_share of the mechanisms), by draws addressed to the pair.
// Otherwise the pair contradicts in the kind's share of pairs, by a draw addressed to the pair. So
// designs differ by who does what, who meets whom and who keeps a case, and by nothing else.
// Judgement: whoever knows of a decision takes no other that contradicts it; this makes
// organisations look better.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "veer/org/organisation.hpp"
#include "veer/sim/households.hpp"
#include "veer/sim/presence.hpp"
#include "veer/stats/draws.hpp"

namespace veer::sim::detail {

class HouseholdBook {
 public:
  static constexpr std::uint32_t no_matter = 0xffffffffU;

  /// Everything given must outlive the book. told_share: meetings of two colleagues that tell them
  /// of a household that both serve.
  HouseholdBook(const work::Work& work, const org::Workforce& workforce,
                const org::Organisation& organisation, const Presences& presences,
                const Draws& draws, double told_share);

  struct Arrival {
    HouseholdMatter which;
    std::uint32_t subject = 0;   ///< Address of the case's draws.
    Instant at;
    bool in_window = false;      ///< The measured one.
  };
  /// Gives the case's place in this book; no_matter when it belongs to no household. A case that a
  /// shock of less demand takes away joins and never ends, so that its household is not measured.
  /// O(households forming) at worst.
  std::uint32_t join(const Arrival& arrival);

  /// Somebody did a formal decision on the matter; the last one counts.
  void does_formal_decision(std::uint32_t matter, std::uint32_t person) {
    matters_[matter].decided_by = person;
  }
  void decides_on_exception(std::uint32_t matter, std::uint32_t person) {
    add(matters_[matter].deciders, person);
  }
  void advises(std::uint32_t matter, std::uint32_t person) {
    add(matters_[matter].knowing, person);
  }
  /// The matter's case is over. people: who worked on it. decided: when and by whom, unless a
  /// formal decision was done; nothing: withdrawn, or still open when the run ends. O(matters of
  /// the household x people x meetings between two decisions).
  struct Decided {
    Instant at;
    std::uint32_t by = 0;
  };
  void ends(std::uint32_t matter, std::uint32_t contacts, std::span<const std::uint32_t> people,
            const std::optional<Decided>& decided);

  [[nodiscard]] HouseholdsOutcome outcome() const;

 private:
  using People = std::vector<std::uint32_t>;
  static constexpr std::uint32_t nobody = 0xffffffffU;

  struct Matter {
    std::uint32_t household = 0;
    HouseholdMatter which;
    std::uint32_t subject = 0;
    Instant arrived;
    bool in_window = false;
    bool ended = false;
    std::uint32_t contacts = 0;
    std::uint32_t decided_by = nobody;
    std::optional<Instant> decided;
    People worked;
    People deciders;
    People knowing;                ///< Worked, advised or decided; when it has ended.
  };
  struct Household {
    work::HouseholdId kind;
    std::uint32_t size = 0;
    std::vector<std::uint32_t> matters;
    std::uint32_t unaware = 0;
    std::uint32_t contradictions = 0;
  };

  static void add(People& people, std::uint32_t person);
  static bool have_common(const People& a, const People& b);
  [[nodiscard]] bool has_type(std::uint32_t household, work::CaseTypeId type) const;
  [[nodiscard]] std::uint32_t begin(work::HouseholdId kind);
  std::uint32_t take_place(work::HouseholdId kind, const Arrival& arrival);
  void hold_against(Matter& second, const Matter& first, Household& household);
  [[nodiscard]] bool knew(const Matter& second, const Matter& first) const;
  [[nodiscard]] bool was_told(const Matter& second, const Matter& first) const;
  [[nodiscard]] bool attends(std::uint32_t person, const org::Meeting& meeting,
                             const calendar::Block& held) const;
  [[nodiscard]] bool anybody_attends(const People& people, const org::Meeting& meeting,
                                     const calendar::Block& held) const;

  const work::Work& work_;
  const org::Organisation& organisation_;
  const Presences& presences_;
  const Draws& draws_;
  double told_share_;
  /// By kind: the households forming, no_matter where none has begun.
  IdVector<work::HouseholdId, std::vector<std::uint32_t>> forming_;
  std::vector<Household> households_;
  std::vector<Matter> matters_;
  IdVector<org::PersonId, std::vector<std::uint32_t>> meetings_of_;
  IdVector<work::HouseholdId, HouseholdCount> counts_;
};

}  // namespace veer::sim::detail
