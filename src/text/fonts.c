#include "text/fonts.h"
#include "text/families.h"

/* Rules of our own instead of the machine's. In order: where fonts and fontconfig's caches are; a face
 * that only an extra package brings and that would otherwise serve light weights; bitmap faces (colour
 * emoji) scaled to the size asked for, after fontconfig's 10-scale-bitmap-fonts; no hinting; the faces
 * for scripts that the chosen families lack, Han by language. */
static const char RULES[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig>"
    "<dir>" MU_FONT_FOLDER "</dir><dir>" MU_FONT_FOLDER_LOCAL "</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir><cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "<selectfont><rejectfont><glob>*/" MU_REJECTED_FONT "</glob></rejectfont></selectfont>"
    "<match target=\"font\"><test name=\"outline\"><bool>false</bool></test>"
    "<edit name=\"pixelsizefixupfactor\" mode=\"assign\"><divide><name target=\"pattern\">pixelsize</name>"
    "<name target=\"font\">pixelsize</name></divide></edit>"
    "<edit name=\"matrix\" mode=\"assign\"><times><name>matrix</name><matrix>"
    "<name>pixelsizefixupfactor</name><double>0</double><double>0</double><name>pixelsizefixupfactor</name>"
    "</matrix></times></edit>"
    "<edit name=\"size\" mode=\"assign\"><divide><name>size</name><name>pixelsizefixupfactor</name></divide></edit>"
    "</match>"
    "<match target=\"font\"><edit name=\"hinting\" mode=\"assign\"><bool>false</bool></edit>"
    "<edit name=\"hintstyle\" mode=\"assign\"><const>hintnone</const></edit>"
    "<edit name=\"rgba\" mode=\"assign\"><const>none</const></edit></match>"
#define HAN(lang, face)                                                                                                \
    "<match><test name=\"lang\" compare=\"contains\"><string>" lang "</string></test>"                                 \
    "<edit name=\"family\" mode=\"append_last\"><string>Noto Sans CJK " face "</string></edit></match>"
    HAN("ko", "KR") HAN("ja", "JP") HAN("zh-tw", "TC") HAN("zh-hk", "HK") HAN("zh", "SC")
#undef HAN
        "<match><edit name=\"family\" mode=\"append_last\">"
        "<string>DejaVu Sans</string><string>Noto Sans</string>"
        "<string>Noto Sans Arabic</string><string>Noto Naskh Arabic</string><string>Noto Sans Hebrew</string>"
        "<string>Noto Sans Devanagari</string><string>Noto Sans Bengali</string><string>Noto Sans Ethiopic</string>"
        "<string>Noto Sans Myanmar</string><string>Noto Sans Thai</string><string>Noto Sans Khmer</string>"
        "<string>Noto Sans CJK SC</string><string>Noto Sans CJK JP</string><string>Noto Sans CJK KR</string>"
        "<string>Noto Sans Symbols</string><string>Noto Sans Symbols2</string><string>Noto Color Emoji</string>"
        "</edit></match>"
        "</fontconfig>";

FcConfig *mu_fonts_config(const char *const *dirs, size_t count)
{
    FcConfig *config = FcConfigCreate();
    if (!config)
        return NULL;
    bool ok = FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)RULES, FcTrue) && FcConfigBuildFonts(config);
    for (size_t i = 0; ok && i < count; i++)
        ok = FcConfigAppFontAddDir(config, (const FcChar8 *)dirs[i]);
    if (ok)
        return config;
    FcConfigDestroy(config);
    return NULL;
}

bool mu_fonts_any(FcConfig *config)
{
    const FcFontSet *system = FcConfigGetFonts(config, FcSetSystem);
    const FcFontSet *given = FcConfigGetFonts(config, FcSetApplication);
    return (system && system->nfont > 0) || (given && given->nfont > 0);
}

static bool is_family_of(FcPattern *font, const char *family)
{
    FcChar8 *name;
    for (int i = 0; FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++) {
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0)
            return true;
    }
    return false;
}

static bool is_installed(FcConfig *config, const char *family)
{
    static const FcSetName sets[] = {FcSetApplication, FcSetSystem};
    for (size_t s = 0; s < sizeof sets / sizeof *sets; s++) {
        const FcFontSet *set = FcConfigGetFonts(config, sets[s]);
        for (int i = 0; set && i < set->nfont; i++) {
            if (is_family_of(set->fonts[i], family))
                return true;
        }
    }
    return false;
}

/* The face of a kind, or DejaVu Sans where the -extra package with the serif is missing. */
static const char *installed_face(FcConfig *config, const MuFamilyKind *kind)
{
    return kind && is_installed(config, kind->face) ? kind->face : "DejaVu Sans";
}

/* Builds `families` in a buffer large enough for the list and one face for each of its names. */
typedef struct Chosen {
    FcConfig *config;
    char *at;
    size_t size, capacity;
} Chosen;

static void add_family(Chosen *chosen, const char *family)
{
    size_t size = strlen(family);
    if (chosen->size + size + 2 > chosen->capacity)
        return;
    if (chosen->size)
        chosen->at[chosen->size++] = ',';
    memcpy(chosen->at + chosen->size, family, size + 1);
    chosen->size += size;
}

static void add_if_there(Chosen *chosen, const char *family)
{
    const MuFamilyKind *kind = mu_family_kind(family);
    if (is_installed(chosen->config, family))
        add_family(chosen, family);
    else if (kind && kind->generic)
        add_family(chosen, installed_face(chosen->config, kind));
}

static char *copy(MuStr s)
{
    char *text = malloc(s.size + 1);
    if (text) {
        memcpy(text, s.at, s.size);
        text[s.size] = 0;
    }
    return text;
}

/* Adds every family of the list that can serve; false when memory is short. */
static bool walk(Chosen *chosen, MuStr css)
{
    for (MuStr rest = css; rest.size;) {
        char *family = copy(mu_family_next(&rest));
        if (!family)
            return false;
        if (*family)
            add_if_there(chosen, family);
        free(family);
    }
    return true;
}

bool mu_fonts_choose(FcConfig *config, MuStr css, MuFontChoice *choice)
{
    enum { LONGEST_FACE = 32 };
    MuStr rest = css, wanted = mu_family_next(&rest);
    if (!wanted.size)
        wanted = MU_STR("sans-serif");
    Chosen chosen = {.config = config, .capacity = (css.size + 1) * (LONGEST_FACE + 2)};
    *choice = (MuFontChoice){.wanted = copy(wanted), .families = calloc(1, chosen.capacity)};
    chosen.at = choice->families;
    if (choice->wanted && chosen.at && walk(&chosen, css)) {
        const MuFamilyKind *kind = mu_family_kind(choice->wanted);
        choice->substituted = !(kind && kind->generic) && !is_installed(config, choice->wanted);
        if (!chosen.size)
            add_family(&chosen, installed_face(config, kind));
        choice->used = copy((MuStr){chosen.at, strcspn(chosen.at, ",")});
        if (choice->used)
            return true;
    }
    mu_fonts_choice_release(choice);
    return false;
}

void mu_fonts_choice_release(MuFontChoice *choice)
{
    free(choice->families);
    free(choice->wanted);
    free(choice->used);
    *choice = (MuFontChoice){0};
}
