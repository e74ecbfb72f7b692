// SPDX-License-Identifier: EUPL-1.2
// An organisation model applied to the work and people of one draw (DESIGN 5, "re-organising").
//
// Of one draw, ground_of() works out once what every design shares: who hands work to whom, who
// leads now, and the other work that stays with each person. reorganise() then makes one design
// after the other from it. The same rules make the as-is: it is one of the designs. Pure and
// deterministic: no randomness but the fixed seed of the community search.
//
//   VEER_TRY(const auto ground, ground_of(as_is_model, baseline, mechanisms, drawn));
//   VEER_TRY(const auto design, reorganise(model, baseline, mechanisms, drawn, ground));
#pragma once

#include "veer/base/result.hpp"
#include "veer/design/duties.hpp"
#include "veer/design/moving_plan.hpp"
#include "veer/org/mechanisms.hpp"

namespace veer::design {

struct Design {
  org::Organisation organisation;  ///< Passes org::check; its id is the model's.
  MovingPlan plan;
  StructureFacts facts;
  std::vector<Note> notes;

  friend bool operator==(const Design&, const Design&) = default;
};

/// What all designs of one draw share.
struct Ground {
  Expected expected;
  org::HandoverNetwork handovers;  ///< Observed where given, else expected.
  OtherWork other;
  IdVector<org::PersonId, bool> leads_now;
  Design as_is;                    ///< Other work included.
};

/// as_is must group by observed. observed: hand-overs counted in records, when there are any;
/// nothing: those to be expected from the baseline. Refused: what reorganise() refuses.
[[nodiscard]] Result<Ground> ground_of(const org::Model& as_is, const org::Baseline& baseline,
                                       const org::Mechanisms& mechanisms,
                                       const org::DrawnInputs& drawn,
                                       const org::HandoverNetwork* observed = nullptr);

/// The organisation that the model makes of the baseline. Conserved: people, FTE, competences, the
/// hours of other work of each person, and the total hours of leading. The model's id names the
/// result and changes nothing else. Refused (unsupported): a grouping that the baseline does not
/// hold; (invalid): what org::check finds, such as an activity that nobody can do.
[[nodiscard]] Result<Design> reorganise(const org::Model& model, const org::Baseline& baseline,
                                        const org::Mechanisms& mechanisms,
                                        const org::DrawnInputs& drawn, const Ground& ground);

}  // namespace veer::design
