"""Dual numbers with fractions: value and exact derivative of a rational function. Used by the scripts beside it."""
from fractions import Fraction


class Dual:
    """a + b e with e * e = 0."""

    def __init__(self, value, slope=0):
        self.value, self.slope = Fraction(value), Fraction(slope)

    @staticmethod
    def of(number):
        return number if isinstance(number, Dual) else Dual(number)

    def __add__(self, other):
        other = Dual.of(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __sub__(self, other):
        other = Dual.of(other)
        return Dual(self.value - other.value, self.slope - other.slope)

    def __mul__(self, other):
        other = Dual.of(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other):
        other = Dual.of(other)
        return Dual(self.value / other.value, (self.slope * other.value - self.value * other.slope) / other.value**2)


def slopes(function, size):
    """Derivative of `function(weights)` in the weight of each item, at weights of 1."""
    return [function([Dual(1, int(one == item)) for one in range(size)]).slope for item in range(size)]
