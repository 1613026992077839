"""From what she can to the work she chose: the smallest step that opens most comes first. With reasons."""

from skillcore.routes.finding import find_route
from skillcore.routes.forms import EFFORT
from skillcore.routes.shapes import Bridge, Form, Map, Route, Step, Via, Why

__all__ = ["EFFORT", "Bridge", "Form", "Map", "Route", "Step", "Via", "Why", "find_route"]
