/* Functions that depend on the locale, the machine's zone or unbounded buffers are forbidden in the
 * project; the compiler refuses them wherever this header has been seen (it is force-included). */
#ifndef MU_BASE_POISON_H
#define MU_BASE_POISON_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef __GNUC__
#pragma GCC poison strcpy strcat sprintf vsprintf gets atoi atol atof strtok localtime gmtime mktime setlocale
#endif

#endif
