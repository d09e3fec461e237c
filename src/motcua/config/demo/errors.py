"""Why the example does not start."""

from motcua.kernel.errors import Conflict


class DemoRefused(Conflict):
    """The example cannot start here, and nothing was changed."""

    code = "config.demo_refused"


class HoldsOthers(DemoRefused):
    """The database holds an installation that is not the example."""

    code = "config.demo_holds_others"


class DemoRuns(DemoRefused):
    """The example of this home is running already."""

    code = "config.demo_runs"


class CannotBeginAnew(DemoRefused):
    """Only a database that is a file of the home can be thrown away."""

    code = "config.demo_cannot_begin_anew"
