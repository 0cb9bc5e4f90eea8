/**
 * 2,048 words for reading eleven bits aloud, in an order that never changes: what was compared by telephone yesterday must
 * compare today. No two begin with the same four letters, differ by one letter or swap, or sound alike (a test says how).
 */
export const FINGERPRINT_WORDS: readonly string[] = `
abacus abbey about above absent accent acorn across actress adjust admire adult aerial aerobics afraid after again
agent agile agree ahead airport album alcove alert algebra alive almond alone alpine amateur amazing amber ambition
amethyst amount amuse anagram analyst anchor android animal ankle annual answer antelope anthem antique antler anyone
anywhere apart apology apple april apron aquarium arcade archer arena argue armada armour army around arrive artist
ascend ashore aside aspect asphalt asteroid astound athlete atlas atom attach attend attic audience august author
autumn avenue average aviator avocado avoid awake award away awkward awning axle azure baby backpack badger baffle
bagel bagpipe balance balcony ballet balsam bamboo banana bandit bangle banjo banker banquet baptize barber bargain
baritone barn baroque bashful basil basket bassoon bathtub battery beaker beard beauty because become bedroom beetle
before began behave belfry believe belong belt bench benefit beret beside bespoke better between beyond bicycle
bifocal bingo birch birthday bishop blackout blanket blazer blink blizzard block blonde blossom blouse bluebell
blunder boastful bobbin bobsled bolero bonanza bonfire bonnet bonus booklet border borrow botany bottom bounce bowler
bracket brain branch brave brazil breathe breeze brick bridge brief bright bring brittle broccoli broken bronze
brother brown brush bubble bucket budget buffalo bugle build bulldog bumper bundle bungalow buoyant bureau burger
bushel busy butcher butler button buzzer bypass cabbage cabin cable cactus caddy calcium calendar calico calm calorie
calypso camera campus canary candid cannon canopy capable capital captain caramel carbon cardigan career cargo
carnival carousel carpet cartoon carve cascade cashew castle casual catfish cauldron cavalry cavern cedar celery
cello celsius cement central ceramic certain chain champion chance chapel charm chatter checkers cheese chemist
cherry chest chicken chief child chimney chipmunk chorus chrome chuckle chunk cicada cinder cinema cinnamon circle
citadel citizen citrus city civil claim clamber clarify classic clay clean clever client cliff clinic clog clothes
cloud clown club clumsy cluster coach coast cobalt cockatoo coconut coffee coincide collar column comb comedy comfort
common compact concept condor confetti congress connect consent contact convoy cookie copper coral cordial corner
correct cosmic cosy cotton cougar county couple courage cousin cowboy coyote crackle cradle craft crater crawl crayon
crease credit crescent cricket crimson crisp critic crocus crop crossing crouch crowd crumb crystal cube cucumber
cuddle cufflink culture cunning cupboard cupcake curator curfew curious curly cushion custom cutlery cycle cylinder
cypress daffodil dahlia dairy damage damp dance danger dapper daring data dawn daybreak dazzle deadline debate decade
decent decimal deck decorate deep defend define degree delay delight delta deluxe demand denim density dental depart
deposit depth deputy derby derive descend design despite destiny detail detect detour develop devote diagram dialect
dictate diesel differ digest digital dignify dilemma dimple dinghy dinner dinosaur diploma direct disco disguise dish
display distant ditch dive divide dizzy doctor dogwood dolphin domain domino donate donkey doodle doorbell dormouse
dosage double downhill dozen dragon drama drawer dream dress dribble drift drink drizzle drummer dryer duchess duet
dugout dumpling dungeon durable dusty dutiful dwarf dwell dynamo eager eagle early earth eastward echo eclipse
ecology economy ecstatic edible editor educate effort eighty ejector elastic elbow elegant element eleven eligible
elixir eloquent embark emblem embrace emerald emotion empathy emperor emphasis empire employ empty enable encore
endless endorse energy engine enjoy enough enrich entire entrance envelope epic episode equal equinox erase ermine
escape escort espresso essay estate evening evident evolve exact example exceed excite exclaim excuse exhale exhibit
exile exist exotic expand expect explain export express extend extra eyebrow eyelash fabric fabulous face factor
faculty fairway faithful falcon family famous fancy fanfare fantasy farmer farthing fashion fastener father fatigue
faucet favour federal fedora feline fellow fence fender ferret fertile festival fiction fiddle field figment figure
filament filigree filter final finch finger finish firefly firm first fitness fjord flagpole flame flannel flash
flatter fleece flexible flicker flint flipper float floor florist flotilla flourish fluffy fluid flying foam focus
foggy folder foliage fondue foot forest forget fork formula fortune forum fossil fountain foxglove fraction fragrant
frantic freckle freedom freight frequent fresco friday friend frigate fringe frog frontier frosty frozen frugal fudge
fuel funny furlong furnace furrow fuselage future fuzzy gadget galaxy gallon galoshes game gander garage garden
gargle garlic garment garnet gateway gauge gazebo gearbox gecko gelatin gemstone general gentle genuine geology
gerbil geyser gherkin giant gift giggle gingham giraffe glacier glass gleam glide glimpse glitter globe gloomy glory
glossary glow glue gnat goalpost goblet golden golf gondola goose gopher gospel gossip gourmet govern grab graceful
gradual graffiti grammar granary grape grasp gravel green grid griffin grill grocery groove growth grumpy guard guava
guinea guitar gully gumboot gumdrop gusto gymnast gypsum habit hacksaw haddock haggle halcyon halfway halibut halo
hamlet hammer hamster handle happen harbour hardly harmony harness harp harrier harvest hatch hawthorn haystack
hazard hazel headland health heart heather heaven heirloom helium helmet helpful hemlock heptagon herald herbal
hermit heroic herring hexagon hibiscus hiccup hickory hidden highway hiking hilltop hinge hippo history hobby hockey
hoist holiday hollow home honest hood hooray horizon hornet hosiery hospital hotel hound house hover however huge
human humble humid humpback hundred hunger hurdle hyacinth hybrid hydrant hyena hyphen iceberg icicle ideal idiom
igloo illusion image imitate immense impact import impress impulse incense include income increase incubate indeed
indigo indoor industry infinite inform ingot inhale initial injure inkblot inkwell inland innocent input inquiry
insect inside inspire install insulate intend into intrigue invent invite invoice iodine ionic iron irrigate isolate
itself ivory jacket jacuzzi jade jaguar jamboree janitor january jargon jasmine jaunty javelin jelly jeopardy jersey
jester jetty jigsaw jingle jitter joint joker jolt jostle journal jovial joyful jubilee judicial juggle juice
junction june junior junket justice juvenile kangaroo karate kayak kennel kerosene kestrel ketchup kettle keyboard
keynote khaki kilogram kimono kindle kingdom kinship kiosk kitchen kiwi knapsack kneel knife knitting knob knuckle
koala kumquat label labour lacquer lacrosse ladder ladle ladybird lagoon lake landmark language lantern laptop large
larkspur laser lasso latin lattice laugh launch laurel lavender lawyer league leapfrog learn lecture ledge legacy
legend legible lemon length lens leopard level liberty library lifeboat lilac lily limerick limit linen linseed
lioness lipstick liquid listen litmus litre little lively lizard lobelia lobster local locket lodger logic lollipop
lonely longbow loophole lottery lounge lowland lozenge lucid lucky luggage lullaby luminous lunar lupin lurch lustre
luxury lyric macaw machine magazine magenta magic magnify magpie mahogany maiden majestic major maker mallard mammal
manage mandarin mango mansion manual maple marathon marble march margin marina market marvel marzipan mascot massive
master matrix mattress maximum meadow measure mechanic medium medley melody member memory mentor mercury merit
mermaid merry message metaphor meteor method metro microbe midday midnight mild mileage millet mimic minaret mineral
minimum minnow mint minuet miracle mirror mischief mission mitten mixture mobile moccasin mocha modern module molar
molecule monarch monday money mongoose month moon mosaic moss mother motto movie mudguard muffin mulberry mulch
multiply mural murmur museum mushroom muslin mutual muzzle myriad mystery myth nacho napkin narrow nation nature
nautical navigate navy nearby nebula nectar needle negate neglect neither neon nephew neptune nerve nest network
neutral never newborn nibble nickel ninety nitrogen nobody nocturne noise nomad nonsense normal north notary notebook
nothing notice nourish novel nowhere nozzle number numeral nurse nuthatch nutmeg nylon oasis oatmeal obedient oblige
oblong observe obtain obvious occasion occupy ocean octave october odour offer office offshore oilskin ointment
omelette omit omnibus only onward onyx opal opaque open opera opinion oppose option oracle orange orbit orchid
ordinary oregano organ orient origin ornate orphan osprey ostrich otter outback outcome outdoor outfit outlaw output
outside overall owner oxtail oxygen oyster pacific package paddle padlock page pagoda paint pamphlet pancake panda
panel panic pantry papaya papyrus parade parcel parent parka parrot parsley partner passage pastel path patio patrol
pattern pavement pavilion peach peanut peasant pebble pecan pelican pencil pendant penguin penny pension people
pepper perceive perfect person petunia phantom pharaoh phoenix phone photo phrase physics pianist pickle picnic
picture piglet pilgrim pillar pilot pinafore pinball pincer pinwheel pioneer pixel pizza planet plaster plate plaza
please plenty plough plumage plunge plural pluto plywood podium poem poetry polish polka pollen polygon pond popcorn
poplar porch porpoise porridge portal position possible postage potato potent poultry powder prairie preamble predict
prefer premium present pretty price primrose prism private problem process prodigy program project promise proof
proper protein proud provide prune public pudding pueblo pulley pulse pumice pumpkin punch puppet purchase purple
pyjamas pyramid python quadrant quaint quality quantum quarry queen quench question quilt quintet quirky quiver quiz
quorum quota raccoon radish railway rainbow raisin rally ramble rampart random rapid rapture rattle ravine razor
ready realize rebel reborn receipt recipe recline recover recruit recycle redeem redwood reef referee reflect reform
refresh refuge regatta reggae regime regret regular rehearse reindeer rejoice relate relish remain remedy remote
renew renown rent repair repeat replace report reptile republic request rescue reserve residue resonate respect
restore result retire retrieve return reunion reveal revise reward rhapsody rhino rhubarb rhythm ribbon ricochet
rigid ringlet ripen ripple risk risotto ritual ritzy river robe robot robust rocky romance romp rosemary rostrum
rotate rotunda routine rowboat rowdy royal rubber rucksack rudder ruffle rugby ruler runner runway rustic rutabaga
sacred safety saffron saga salad salmon salsa salute salvage sample sandwich sanguine sapling sapphire sardine
satchel saturn saucer sausage sawdust scabbard scaffold scale scarf scatter scenic scheme school science scissors
sconce scorpion scout scrap screen scribe scroll scrutiny scuba sculptor seagull seahorse search season seaweed
second secret section secure segment seldom select seminar senate senior sensible sentence separate sequel serenade
sergeant service sesame seven shadow shaggy shallow shampoo shandy shape shark shawl shelter sherbet shield shilling
shine shipyard shirt shiver shoulder shovel shower shrewd shrimp shrub shuffle shutter sibling sidecar sierra signal
silence silicon silk silver similar simmer simplify sincere siren sister sitcom size sizzle sketch skewer skipper
skittle skylark slalom sleepy slender sleuth slice slogan slope slumber small smart smoke smooth snack snail snapshot
sneeze snorkel snow snuggle soap soccer social soda soften sojourn soldier solemn solitude solution solve sonata
soprano sorbet sorcerer sorrel south souvenir spacious spanner spare spatula speaker special speech spend sphere
sphinx spider spinal spirit splash splendid splinter sponge spoon sport spring spruce square squeeze squirrel stable
stadium stage stalwart stamp standard startle static steady steeple stem stencil stereo steward stick still stingray
stirrup stocking stone storage straw stream strike strong stubborn student stumble sturdy subdue subject sublime
submit subtle suburb subway success sudden suede suffix sugar suggest suitable sulky sulphur sultan sundae sunrise
superb supper supreme surface surgeon surname surplus survey suspend swagger swan swarm sweater sweep swerve swift
swim switch swivel sycamore syllable symmetry symphony synonym syrup system tablet tackle tactile tadpole taffeta
tailor talcum talent talisman tandem tapestry tapioca target tariff tarnish tartan task tassel taste taxi taxpayer
teacher teapot teaspoon teddy teenage telltale temper tenant tennis tentacle tepid termite terrace testify textile
thank theatre theme theory thermal thimble thing thirsty thistle thorn thought thread thrill throb thump thunder
thursday thwart tiara ticket tidal tiger timber timeless timid tinker tinsel tiny tissue titan title tobacco toboggan
toddler together tolerate tomato tomcat tooth topaz topic topple tornado total totem toucan tourist toward tower town
tractor trade traffic trail tram transit trapeze treaty treble tree trellis tremor trench tribe trident trigger
trilogy trinket trio triple triumph trolley troop trophy trowel truck trudge trumpet trust truth tuesday tugboat
tulip tundra tunnel turban turkey turmoil turnip turret turtle tutor tuxedo twang tweed twelve twenty twice twin
twirl twist twitter typhoon ukulele ultra undergo unfold unicorn uniform unique unit unknown unless unlock unpack
unravel until unusual unveil update upgrade uphill upkeep upland upright uproar upset urgent usable useful usual
utensil utmost utopia vacant vaccine vacuum vague valiant valley valve vanish vapour variety varsity vast vault
vector vehicle velvet vendor venison venture verb verdict verify verse vertigo vessel veteran viaduct vibrant vicar
victory video view vigour village vinegar vintage vinyl violet virtue vision vital vivid voice volcano voltage volume
vortex vote voucher vowel voyage wafer wagon waiter wallaby walnut walrus waltz warmth warrant warship washer waxwork
weasel webbing wedding weekday welcome welder western wetsuit wharf wheat whisk wick widget width wigwam wildcat
willow window winter wire wisdom wobble woman wombat wool word worry worthy wreath wren wrestle wrinkle wrought yacht
yard yeast yeoman yippee yoga young yoyo yucca zealous zebra zenith zephyr zigzag zinc zinnia zircon zither zodiac
zone zoology zoom`
  .trim()
  .split(/\s+/);
