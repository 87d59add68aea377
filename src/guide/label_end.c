/* Labels at the ends of lines, and at their starts where no axis stands, each in one column: as near to their ends as
 * their least distance lets them (least squares by pooling adjacent violators; Robertson, Wright and Dykstra, Order
 * Restricted Statistical Inference, 1988). Those whose ends are alike stand in the order of the other ends of their
 * lines. */
#include "guide/label_parts.h"

typedef struct End {
    MuLabelSpot *spot;
    MuPoint end, other; /* of the line: where the label stands, and the far one */
} End;

typedef struct Column {
    End *ends;
    size_t size;
    double side;     /* 1: to the right of the lines' ends; -1: to the left of their starts */
    double x;        /* of the ends */
    double *offsets; /* of each label's middle from the first one's, at the least distances */
} Column;

static End end_of(MuLabelSpot *spot, double side)
{
    const MuItem *item = spot->label->item;
    const MuPath *path = item->path;
    MuPoint first = path->points.at[0], last = path->points.at[path->points.size - 1];
    first = (MuPoint){first.x + item->x, first.y + item->y};
    last = (MuPoint){last.x + item->x, last.y + item->y};
    return side > 0 ? (End){spot, last, first} : (End){spot, first, last};
}

static int by_end(const void *a, const void *b)
{
    const End *p = a, *q = b;
    if (p->end.y != q->end.y)
        return p->end.y < q->end.y ? -1 : 1;
    if (p->other.y != q->other.y)
        return p->other.y < q->other.y ? -1 : 1;
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

/* From `x` on to the side. */
static void put_beside(MuLabelSpot *spot, double x, double y, double side)
{
    mu_label_put(spot, x + side * spot->width / 2, y, side > 0 ? MU_ALIGN_LEFT : MU_ALIGN_RIGHT);
}

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
            double x = column->x + column->side * (moved > 1 ? 2.5 * gap : gap);
            end->spot->leads = moved > 1;
            end->spot->lead[0] = (MuPoint){end->end.x + column->side * gap / 2, end->end.y};
            end->spot->lead[1] = (MuPoint){x - column->side * gap / 3, y};
            put_beside(end->spot, x, y, column->side);
        }
}

static double inner_edge(const Column *column, size_t i)
{
    MuBounds box = column->ends[i].spot->box;
    return column->side > 0 ? box.x1 : -box.x2;
}

/* Where one label is led, all stand in the same column. */
static void align_column(Column *column)
{
    double edge = -INFINITY;
    for (size_t i = 0; i < column->size; i++)
        edge = fmax(edge, inner_edge(column, i));
    for (size_t i = 0; i < column->size; i++) {
        MuBounds box = column->ends[i].spot->box;
        put_beside(column->ends[i].spot, column->side * edge, (box.y1 + box.y2) / 2, column->side);
    }
}

static bool stands_at(const MuLabelSpot *spot, double side)
{
    bool start = spot->set->position == MU_LABEL_AT_START;
    return spot->set->form == MU_LABEL_END && start == (side < 0) && spot->label->item->path->points.size > 0;
}

/* The ends that lie outermost: lines that end earlier have their labels in the plot, as points have. */
static void keep_outermost(Column *column)
{
    size_t kept = 0;
    for (size_t i = 0; i < column->size; i++)
        if (fabs(column->ends[i].end.x - column->x) < 1)
            column->ends[kept++] = column->ends[i];
    column->size = kept;
}

static void place_column(const MuLabeling *labeling, double side)
{
    MuArena *arena = labeling->context->arena;
    Column column = {.ends = MU_NEW_ARRAY(arena, End, labeling->count),
                     .side = side,
                     .x = -side * INFINITY,
                     .offsets = MU_NEW_ARRAY(arena, double, labeling->count)};
    for (size_t i = 0; i < labeling->count; i++)
        if (stands_at(&labeling->spots[i], side)) {
            End end = end_of(&labeling->spots[i], side);
            column.ends[column.size++] = end;
            column.x = side * fmax(side * column.x, side * end.end.x);
        }
    keep_outermost(&column);
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

void mu_labels_place_ends(MuLabeling *labeling)
{
    place_column(labeling, 1);
    if (!labeling->has_left_axis)
        place_column(labeling, -1);
}
