/* Labels at the ends of lines, in one column: as near to their ends as their least distance lets them (least
 * squares by pooling adjacent violators; Robertson, Wright and Dykstra, Order Restricted Statistical Inference,
 * 1988). Those whose ends are alike stand in the order of the other ends of their lines. */
#include "guide/label_parts.h"

typedef struct End {
    MuLabelSpot *spot;
    MuPoint end, start;
} End;

typedef struct Column {
    End *ends;
    size_t size;
    double x;        /* of the ends */
    double *offsets; /* of each label's middle from the first one's, at the least distances */
} Column;

static End end_of(MuLabelSpot *spot)
{
    const MuItem *item = spot->label->item;
    const MuPath *path = item->path;
    End end = {.spot = spot, .end = path->points.at[path->points.size - 1], .start = path->points.at[0]};
    end.end = (MuPoint){end.end.x + item->x, end.end.y + item->y};
    end.start = (MuPoint){end.start.x + item->x, end.start.y + item->y};
    return end;
}

static int by_end(const void *a, const void *b)
{
    const End *p = a, *q = b;
    if (p->end.y != q->end.y)
        return p->end.y < q->end.y ? -1 : 1;
    if (p->start.y != q->start.y)
        return p->start.y < q->start.y ? -1 : 1;
    return p->spot < q->spot ? -1 : 1;
}

/* 1.2 sizes between two lines of text, whatever their number. */
static void measure_offsets(Column *column)
{
    column->offsets[0] = 0;
    for (size_t i = 1; i < column->size; i++) {
        const MuLabelSpot *above = column->ends[i - 1].spot, *below = column->ends[i].spot;
        column->offsets[i] = column->offsets[i - 1] + (above->height + below->height) / 2 +
                             0.2 * fmax(above->look.font.size, below->look.font.size);
    }
}

/* The least important label goes until all others have room. */
static void drop_one(Column *column)
{
    size_t least = 0;
    for (size_t i = 1; i < column->size; i++)
        if (column->ends[i].spot->label->priority <= column->ends[least].spot->label->priority)
            least = i;
    memmove(&column->ends[least], &column->ends[least + 1], (column->size - least - 1) * sizeof *column->ends);
    column->size--;
}

typedef struct Block {
    double sum;
    size_t size;
} Block;

static void spread(const MuLabeling *labeling, Column *column)
{
    Block *blocks = MU_NEW_ARRAY(labeling->context->arena, Block, column->size);
    size_t count = 0, at = 0;
    for (size_t i = 0; i < column->size; i++) {
        blocks[count++] = (Block){column->ends[i].end.y - column->offsets[i], 1};
        while (count > 1 && blocks[count - 2].sum / (double)blocks[count - 2].size >
                                blocks[count - 1].sum / (double)blocks[count - 1].size) {
            blocks[count - 2].sum += blocks[count - 1].sum;
            blocks[count - 2].size += blocks[count - 1].size;
            count--;
        }
    }
    double most = labeling->context->height - column->offsets[column->size - 1];
    for (size_t b = 0; b < count; b++)
        for (size_t i = 0; i < blocks[b].size; i++, at++) {
            End *end = &column->ends[at];
            double y = fmax(0, fmin(blocks[b].sum / (double)blocks[b].size, most)) + column->offsets[at],
                   gap = mu_label_gap(end->spot), moved = fabs(y - end->end.y);
            end->spot->leads = moved > 1;
            double x = column->x + (end->spot->leads || moved > 1 ? 2.5 * gap : gap);
            end->spot->lead[0] = (MuPoint){end->end.x + gap / 2, end->end.y};
            end->spot->lead[1] = (MuPoint){x - gap / 3, y};
            mu_label_put(end->spot, x + end->spot->width / 2, y, MU_ALIGN_LEFT);
        }
}

/* Where one label is led, all stand in the same column. */
static void align_column(Column *column)
{
    double left = 0;
    for (size_t i = 0; i < column->size; i++)
        left = fmax(left, column->ends[i].spot->box.x1);
    for (size_t i = 0; i < column->size; i++) {
        MuLabelSpot *spot = column->ends[i].spot;
        mu_label_put(spot, left + spot->width / 2, (spot->box.y1 + spot->box.y2) / 2, MU_ALIGN_LEFT);
    }
}

static bool at_right_end(const MuLabelSpot *spot)
{
    return spot->set->form == MU_LABEL_END && spot->set->position != MU_LABEL_AT_START &&
           spot->label->item->path->points.size > 0;
}

void mu_labels_place_ends(MuLabeling *labeling)
{
    MuArena *arena = labeling->context->arena;
    Column column = {.ends = MU_NEW_ARRAY(arena, End, labeling->count),
                     .x = -INFINITY,
                     .offsets = MU_NEW_ARRAY(arena, double, labeling->count)};
    for (size_t i = 0; i < labeling->count; i++)
        if (at_right_end(&labeling->spots[i])) {
            column.ends[column.size++] = end_of(&labeling->spots[i]);
            column.x = fmax(column.x, column.ends[column.size - 1].end.x);
        }
    /* Lines that end earlier have their labels in the plot, as points have. */
    size_t kept = 0;
    for (size_t i = 0; i < column.size; i++)
        if (column.ends[i].end.x > column.x - 1)
            column.ends[kept++] = column.ends[i];
    column.size = kept;
    if (!column.size)
        return;
    qsort(column.ends, column.size, sizeof *column.ends, by_end);
    measure_offsets(&column);
    while (column.size > 1 && column.offsets[column.size - 1] > labeling->context->height) {
        drop_one(&column);
        measure_offsets(&column);
    }
    spread(labeling, &column);
    align_column(&column);
}
