# The shares of the population, and who is missing.
moderator-menu-strata = Who lives here: ages, neighbourhoods, capacities
moderator-menu-missing = Who is not heard yet
moderator-stratum = { $stratum ->
        [age] Age
        [area] Neighbourhood
       *[actor] Capacity
    }
moderator-strata = 👥 <b>Who lives here</b>, as the city says. /missing compares those who take part with these shares.
moderator-strata-line = <b>{ $stratum }</b>: { $shares }
moderator-strata-share = { $value } { $percent }%
moderator-strata-none = <b>{ $stratum }</b>: no shares yet.
moderator-button-strata = 👥 Write down the shares
moderator-button-strata-undo = ↩️ Undo this change
moderator-button-missing = 🔎 Who is missing?
moderator-button-form = 📄 Sheet to print
moderator-ask-strata = <b>{ $stratum }</b>: which shares of the population? Write them in one line, 100% in all. For example:
    <code>{ $example }</code>
moderator-ask-strata-known = Possible: { $values }.
moderator-ask-strata-areas = These are also the neighbourhoods that people choose from; “elsewhere” is added by itself.
moderator-slip-strata = { $fault ->
        [few] There must be two at least.
        [many] There are too many: { $most } at most.
        [unknown] One of these names is not in the list.
        [long] A name is too long: { $longest } characters at most.
        [twice] A name is there twice.
        [sum] That makes { $total }%: it must be 100%, give or take two.
       *[unreadable] I did not understand: a name, a number, then “·” before the next.
    }
moderator-strata-noted = ✅ Noted.
moderator-strata-undone = ↩️ Undone: the shares before count again.
moderator-refused-targets = These shares do not make a whole: /strata
moderator-refused-unknown-targets = These shares do not count any more: /strata
moderator-missing-no-targets = To see who is missing, one must know who lives here: first write down the shares of ages, neighbourhoods or capacities with /strata.
moderator-missing = 🔎 <b>Who is not heard yet in “{ $theme }”</b>
    People who wrote, supported, voted or signed up there: <b>{ $people }</b>
moderator-missing-stratum = <b>{ $stratum }</b> — { $clear ->
        [yes] people are missing:
       *[no] no gap larger than chance:
    }
moderator-missing-few = 🔻 <b>{ $value }</b>: { $share }% instead of { $target }% ({ $people } people). About { $needed } more would be needed.
moderator-missing-few-small = 🔻 <b>{ $value }</b>: fewer than { $smallest } people, { $share }% at most instead of { $target }%. At least { $needed } more would be needed.
moderator-missing-few-untold = 🔻 <b>{ $value }</b>: { $share }% at most instead of { $target }% (number not told). At least { $needed } more would be needed.
moderator-missing-there = • { $value }: { $share }% for { $target }% ({ $people } people)
moderator-missing-there-small = • { $value }: fewer than { $smallest } people, for { $target }%
moderator-missing-there-untold = • { $value }: number not told, for { $target }%
moderator-missing-silent = ◻️ Said nothing of this: { $people }
moderator-missing-beside = ◻️ Said something else, without a share: { $people }
moderator-missing-small = A number below { $smallest } is not told, nor one from which it would follow.
moderator-missing-caution = <i>“Missing” means: the difference is too large for chance (five chances in a hundred to be wrong per heading). Only what people liked to say counts: it is a hint, not a census.</i>
moderator-missing-chart = { $theme }: who takes part
moderator-missing-there-now = takes part
moderator-missing-target = lives here
moderator-missing-caption = “{ $theme }”: shares of those who take part (bars) and of the population (marks); the figures are those of the message before.
moderator-missing-next = { $clear ->
        [yes] <b>What now?</b> Go where these people are:
       *[no] <b>What now?</b> Nobody is clearly missing. To reach further still:
    }
    • a poster, with a link that counts where people come from: { $link ->
        [none] ask /missing again in a minute, the citizens’ bot does not say its name just now
       *[other] { $link } (the place instead of the dots, see /stats)
    }
    • the sheet to print, for those without Telegram: /form, then /enter
    • a message to those who take part already, so that they tell others: /broadcast
