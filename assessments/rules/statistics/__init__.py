"""Classical item analysis and the agreement of markers. Plain numbers in, plain numbers out.

What holds in every module here:

- **Nothing raises for want of data.** A figure that is not defined (nobody sat, everybody scored
  alike, one item only) is None, and the screen says so. Only a caller's mistake raises.
- **Order never matters.** Sums are `math.fsum`, which is exact whatever the order; candidates with
  the same score share the places of a group equally, so no tie is broken by chance.
- **A score is the share of the marks that a candidate could have had**, 0 to 1. Candidates who were
  drawn different items can then stand in one list. With one form it orders and correlates exactly
  as the total does, being the total divided by a constant.
- **Standard deviations divide by n − 1.** Alpha and KR-20 are the same under either divisor; the
  standard error of measurement is not.
- **Only attempts whose marking is finished** belong here: a total that waits for a marker is not a
  total. Which attempts count (first ones, closed forms) is for the caller to say.

Modules: `sittings` (what goes in), `spread` (means and correlations), `bands` (strong and weak
groups), `items`, `distractors`, `reliability`, `samples` (when numbers are too few), `agreement`
(two markers), `plots` (coordinates), `analysis` (all of it for one set of sittings).
"""
