#include "scale/family.h"

size_t mu_bisect(const double *at, size_t size, double x)
{
    if (isnan(x))
        return size;
    size_t low = 0, high = size;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at[middle] <= x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t mu_threshold_slot(const MuScale *scale, MuValue value)
{
    double x = mu_scale_input(value);
    return isnan(x) ? SIZE_MAX : mu_bisect(scale->thresholds, scale->threshold_count, x);
}
