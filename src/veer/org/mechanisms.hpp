// SPDX-License-Identifier: EUPL-1.2
// The numbers of the mechanisms that all organisations share, read from models/mechanisms.yaml.
//
// They belong to people and work, not to models: the same draw of them serves every design.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "veer/org/input.hpp"

namespace veer::org {

// One line per number: field, unit. What each means stands in models/mechanisms.yaml, which must
// name exactly these.
#define VEER_MECHANISMS(X)                                                                        \
  X(routine_share, "1")               /* activities that need a routine decision             */ \
  X(operational_share, "1")           /* activities with an operational exception            */ \
  X(cross_unit_share, "1")            /* hand-overs between units that need a decision       */ \
  X(decision_minutes, "minutes")      /* effort of one decision by one decider               */ \
  X(advice_minutes, "minutes")        /* effort of one adviser's answer                      */ \
  X(assign_minutes, "minutes")        /* effort of a lead to hand out one piece of work      */ \
  X(outcome_rework, "1")              /* decisions that ask for the work to be done again    */ \
  X(outcome_correct, "1")             /* decisions that ask for half of the work again       */ \
  X(refusable_share, "1")             /* decisions about what should be refused              */ \
  X(wrong_refusal_share, "1")         /* answers that refuse what should be granted          */ \
  X(wrong_grant_share, "1")           /* answers that grant what should be refused           */ \
  X(read_in_person_minutes, "minutes") /* effort to read in when a case changes hands        */ \
  X(read_in_unit_minutes, "minutes")  /* extra effort when it also changes unit              */ \
  X(question_share, "1")              /* hand-overs between units after which one must ask   */ \
  X(question_minutes, "minutes")      /* effort of answering such a question                 */ \
  X(total_load, "1")                  /* share of present hours in which people are occupied */ \
  X(other_work_minutes, "minutes")    /* mean size of a piece of other work                  */ \
  X(leading_hours, "hours/person/week") /* leading and overhead work per person led          */ \
  X(sick_leave_share, "1")            /* share of working days lost to sick leave            */ \
  X(sick_leave_spells, "1/person/year") /* reports of sickness                               */ \
  X(leave_weeks, "weeks/year")        /* holiday leave                                       */ \
  X(attention_priority, "1")          /* picks from the inbox by priority                    */ \
  X(attention_fifo, "1")              /* ... oldest first                                    */ \
  X(attention_lifo, "1")              /* ... newest first; the rest at random                */ \
  X(goes_on_share, "1")               /* next activities that whoever is there takes at once */ \
  X(tasks_at_once, "tasks")           /* pieces of work one person has in hand at once       */ \
  X(told_share, "1")                  /* meetings in which a household is spoken of          */

struct Mechanisms {
#define VEER_MECHANISM_FIELD(name, unit) Input name;
  VEER_MECHANISMS(VEER_MECHANISM_FIELD)
#undef VEER_MECHANISM_FIELD
  std::map<std::string, Source> sources;

  /// All numbers in the order above.
  [[nodiscard]] std::vector<Input> inputs() const;
};

/// One draw of them, as plain numbers in the units above: what sim runs on.
struct Assumptions {
#define VEER_MECHANISM_FIELD(name, unit) double name = 0;
  VEER_MECHANISMS(VEER_MECHANISM_FIELD)
#undef VEER_MECHANISM_FIELD

  friend bool operator==(const Assumptions&, const Assumptions&) = default;
};

[[nodiscard]] Assumptions draw(const Mechanisms& mechanisms, const DrawnInputs& drawn);

}  // namespace veer::org
