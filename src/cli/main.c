#include "cli/options.h"

int main(int argc, char **argv)
{
    Arguments arguments;
    if (!parse_arguments(argc, argv, &arguments))
        return 2;
    if (arguments.version) {
        printf("muster %s\n", muster_version());
        return 0;
    }
    if (arguments.help) {
        print_help(arguments.command);
        return 0;
    }
    return arguments.command->run(&arguments);
}
