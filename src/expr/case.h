#ifndef MU_EXPR_CASE_H
#define MU_EXPR_CASE_H

#include "base/str.h"

/* Upper and lower case of every script, as JavaScript's toUpperCase and toLowerCase give them. */
MuStr mu_upper(MuArena *arena, MuStr s);
MuStr mu_lower(MuArena *arena, MuStr s);

#endif
