/* What the end-to-end tests share: text files, folders of cases, a folder to write in. */
#ifndef TESTS_CASES_H
#define TESTS_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file's text (to be freed), or NULL. */
static inline char *read_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) {
        fclose(file);
        free(text);
        return NULL;
    }
    fclose(file);
    return text;
}

static inline void write_text(const char *path, const char *text, size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

typedef struct CaseList {
    char *at[256];
    size_t size;
} CaseList;

static inline int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of the files with an ending in a folder, sorted. */
static inline CaseList list_cases(const char *folder, const char *ending)
{
    CaseList list = {.size = 0};
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) && list.size < 256;) {
        size_t n = strlen(entry->d_name), m = strlen(ending);
        if (n <= m || strcmp(entry->d_name + n - m, ending) != 0)
            continue;
        size_t size = strlen(folder) + n + 2;
        list.at[list.size] = malloc(size);
        assert_non_null(list.at[list.size]);
        snprintf(list.at[list.size++], size, "%s/%s", folder, entry->d_name);
    }
    closedir(dir);
    qsort(list.at, list.size, sizeof *list.at, compare_names);
    return list;
}

static inline void free_cases(CaseList *list)
{
    for (size_t i = 0; i < list->size; i++)
        free(list->at[i]);
}

#endif
