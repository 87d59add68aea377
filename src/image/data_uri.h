/* data: URIs (RFC 2397) and base64 (RFC 4648). */
#ifndef MU_IMAGE_DATA_URI_H
#define MU_IMAGE_DATA_URI_H

#include "base/str.h"

bool mu_data_uri_is(MuStr uri);
/* The bytes that the URI holds, in base64 or with percents. False when it is broken. */
bool mu_data_uri_read(MuArena *arena, MuStr uri, MuStr *bytes);
/* Appends data:TYPE;base64,… */
void mu_data_uri_write(MuBuf *buf, const char *type, MuStr bytes);

#endif
