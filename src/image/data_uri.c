#include "image/data_uri.h"

static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool mu_data_uri_is(MuStr uri)
{
    return mu_str_starts(uri, "data:");
}

/* Of a base64 digit, those of URLs too; -1 for others. */
static int digit_value(char c)
{
    const char *at = c ? strchr(DIGITS, c) : NULL;
    return at ? (int)(at - DIGITS) : c == '-' ? 62 : c == '_' ? 63 : -1;
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The text with its %XX as bytes; a percent without two digits stands for itself. */
static MuStr without_percents(MuArena *arena, MuStr text)
{
    MuBuf buf = {.arena = arena};
    for (size_t i = 0; i < text.size; i++) {
        int high = text.at[i] == '%' && i + 2 < text.size ? hex_value(text.at[i + 1]) : -1,
            low = high >= 0 ? hex_value(text.at[i + 2]) : -1;
        mu_buf_addc(&buf, low >= 0 ? (char)(high * 16 + low) : text.at[i]);
        i += low >= 0 ? 2 : 0;
    }
    return mu_buf_str(&buf);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool read_base64(MuArena *arena, MuStr text, MuStr *bytes)
{
    MuBuf buf = {.arena = arena};
    uint32_t bits = 0;
    int count = 0;
    for (size_t i = 0; i < text.size && text.at[i] != '='; i++) {
        int value = digit_value(text.at[i]);
        if (value < 0 && !is_space(text.at[i]))
            return false;
        if (value < 0)
            continue;
        bits = bits << 6 | (uint32_t)value;
        if ((count += 6) >= 8) {
            count -= 8;
            mu_buf_addc(&buf, (char)(bits >> count & 0xFF));
        }
    }
    *bytes = mu_buf_str(&buf);
    return count < 6;
}

bool mu_data_uri_read(MuArena *arena, MuStr uri, MuStr *bytes)
{
    size_t comma = mu_str_find(uri, MU_STR(","), 0);
    if (!mu_data_uri_is(uri) || comma == SIZE_MAX)
        return false;
    MuStr content = without_percents(arena, mu_str_slice(uri, comma + 1, uri.size));
    if (mu_str_ends(mu_str_slice(uri, 0, comma), ";base64"))
        return read_base64(arena, content, bytes);
    *bytes = content;
    return true;
}

void mu_data_uri_write(MuBuf *buf, const char *type, MuStr bytes)
{
    mu_buf_adds(buf, "data:");
    mu_buf_adds(buf, type);
    mu_buf_adds(buf, ";base64,");
    for (size_t i = 0; i < bytes.size; i += 3) {
        size_t left = bytes.size - i;
        uint32_t bits = (uint32_t)(unsigned char)bytes.at[i] << 16;
        if (left > 1)
            bits |= (uint32_t)(unsigned char)bytes.at[i + 1] << 8;
        if (left > 2)
            bits |= (unsigned char)bytes.at[i + 2];
        mu_buf_addc(buf, DIGITS[bits >> 18]);
        mu_buf_addc(buf, DIGITS[bits >> 12 & 63]);
        mu_buf_addc(buf, left > 1 ? DIGITS[bits >> 6 & 63] : '=');
        mu_buf_addc(buf, left > 2 ? DIGITS[bits & 63] : '=');
    }
}
