import { foldForSearch } from '../lib/fold-for-search.ts';

/**
 * Names that are words of a report as well, or that the literature of management is quoted by. A convention of the app:
 * one of these by itself is not taken for a learner, and a name that is missing here costs no more than a warning.
 */
const WORDS = `
abbot abbott angel april archer archers art ash august autumn bailey baker ball banks bar barber barker barn bass bay
bean bell berry best bill bird bishop black bliss block bloom blue boards bond booth bow bowman boy brand bray bridge
bridges bright brook brooks brown buck bull burn burns bush butcher butler butter carpenter carter case cash castle
chain chambers chance chapel chapman charity chase child childs christian church clay clear close coach coin cole
constant cook cooper corner cotton court coward craft crane creed cross crow crown curry dale dark dawn day days dean
dear derby diamond dove downs drake draper drew drummer duke dyer earl early east eden emery english ever faith fall
farmer farrow fawn fear fern field fielding fields finch firth fish fisher flag fleet fleming flint flood flower
flowers ford forest forester forge forth foster fowler fox frank franks free freeman french friend frost fuller gable
gage gale games gamble garden gardener gardiner gardner garland gate gates gay german gibbons gift glass glen glover
gold golden good goodman grace grant grave graves gray green grey grove guest guide guy hale hall ham hammer hand hands
handy harbour hardy harmony harper hart haven hawk hay hazel head heal heard heart heath hedge herald herd hewer hicks
high hill hills holiday holly holmes home honour hood hook hope horn house houses howe hunt hunter hurst inch iris
ivory ivy jack jade jasmine jewel joiner joy judge july june justice keen keep kelp key keys kid kind king kings kirk
kite kitchen knight knights lake lamb lambert lance land lane large lark law lawn lawyer leaf leader leaders leek legg
less light lily lilly line link lion list little lock long lord love lovely low loyal luck mail major man manners
manning march marina mark marks marsh marshall martin mason masters may mayor mead means mercer mercy merit merry miles
mill miller mills mist moat moon moor moore moss mount mountain nail nash neat nest new newman nice noble noon north
nurse oak oakes oakley olive order orchard organ outlaw owen page paige pain paine painter pair palace palmer paris park
parker parks parry parson parsons pascal patience payne peace peacock pearl pease penny pepper perry person persons
petty pike pilgrim pitt place plain plant plummer pole pond poole poor pope poppy port porter post potter pound powder
power powers pratt presence price prices pride priest prime prince prior proctor proud prudence purse quick rain raven
ray read reader reason reed reeve reeves rice rich riches ridge ring rise rivers road roads rob robin rock rod roman
root rose rosemary ross rowan rowe royal ruby rush rust ryder sadler sage sail sale sales salmon salt sands savage
sawyer say scott seal self senior sergeant sexton shade sharp sharpe shaw shepherd sheriff shields ship shore short
silver simple singer skill skinner skipper slack slate slater small smart smith snow somers song south spark sparks
spear speed spencer spice spring squire stamp stanley star starr steel steele stephens steward stewart stock stocks
stone storey storm story street strong style sue summer summers sun swan sweet swift taylor teal temple tanner
thatcher thorn thorne tide till tiller tree trench trip trust tucker turner turnbull tyler underwood usher vale
valentine valley vane venture verity vic victor vine violet virtue voice wade wages wake walker wall waller walls
walsh ward warden ware warm warner warren waters watt watts way wayne wealth weaver webb week weeks well wells west
wheat wheeler whistler white whitehead wild wilde wilder will williams willing willow wills wind winner winter winters
wise wish wolf wolfe wood woods woodward word words work workman worth wray wren wright yard yarrow york young younger
`;
const AUTHORS = `
adair adams alderfer allport ansoff argyris armstrong bandura barnard bass belbin bennis berne blake blanchard boyatzis
bridges briggs bryman burnes burns carnegie chandler chesbrough clutterbuck collins covey crosby cuddy deci deming
dewey downey drucker dweck egan elkington fayol fiedler fisher ford french friedman gallwey gantt garvin gibbs gilbert
goffee goldratt goleman goldsmith grant greenleaf guest hamel hammer handy heifetz herrmann hersey herzberg hofstede
honey humphrey ishikawa johari johns johnson jones jung juran kanter kaplan katzenbach kellerman kilmann kirkpatrick
knowles kolb kotler kotter kouzes landsberg latham lewin lewis likert lippitt locke luft machiavelli marston maslow
mayer mayo mccarthy mcclelland mcgregor mckinsey mehrabian mendelow mintzberg mouton mullins mumford myers northouse
norton ohno ouchi pareto parsloe pavlov pedler peters pink porter posner prahalad quinn raven reynolds robbins rogers
rooke ross rother ryan salovey sandberg schein scholes schmidt schon senge shewhart sinek skinner smith spencer
starbuck stogdill sun tannenbaum taylor thomas torbert toyoda trompenaars tuckman tversky tyson ulrich vroom wallace
weber welch wheatley whitmore whittington womack wright zaleznik
`;

const ORDINARY: ReadonlySet<string> = new Set(`${WORDS} ${AUTHORS}`.trim().split(/\s+/));

/** Whether a name by itself says nothing of a person: an ordinary word, an author's name, or hardly a word. */
export function isOrdinaryName(name: string): boolean {
  const folded = foldForSearch(name);
  return [...folded].length < 3 || /\d/.test(folded) || ORDINARY.has(folded);
}
