# The city's public pages.
page-skip = Skip to content
page-languages = Languages
page-city-title = { $city } deliberates
page-city-lead = What the people of { $city } ask, think and decide together, theme by theme.
page-city-themes = Themes
page-city-none = No theme is open at the moment.
page-city-counts = { $texts ->
        [0] no contribution yet
        [one] one contribution
       *[other] { $texts } contributions
    }, { $votes ->
        [0] no vote yet
        [one] one vote
       *[other] { $votes } votes
    }
page-theme-lead = The questions and opinions of { $city } on “{ $theme }”, and what came out of them.
page-phases = Where the theme stands
page-until = Until { $when }, then: { $then }.
page-number-people = people
page-number-texts = published contributions
page-number-votes = votes
page-take-part = Take part in Telegram
page-agenda = Agenda
page-agenda-none = The agenda is not published yet. It grows out of the questions that people ask and support.
page-agenda-read = Why these items, and what was left out
page-edition = Version { $version }, published on { $when }.
page-agenda-budget = { $items ->
        [one] One item
       *[other] { $items } items
    }, { $minutes } minutes of debate to share.
page-agenda-how = Everybody was given the same share of the debate’s time; an item is on the agenda when those who support it can pay for it together (Method of Equal Shares).
page-minutes = { $minutes } min
page-paid = Time given by:
page-share = { $group }, { $minutes } min
page-left-out = Left out ({ $items }), and what was lacking
page-people = Supported by { $people } people
page-people-few = Supported by fewer than { $few } people
page-summary = Summary
page-summary-none = The summary is not published yet.
page-summary-read = Read the whole summary
page-summary-how = Every sentence is, word for word, one of a contribution; tap its reference to read the whole.
page-map = Opinion map
page-map-read = See all that unites and divides, and the groups
page-map-none = The map appears once at least { $few } people have voted.
page-map-common-ground = What unites
page-map-contention = What divides
page-map-uncertain = What leaves people unsure
page-map-bridging = What is liked beyond the camps
page-map-groups = { $groups } groups of opinion
page-map-group = Group { $number } ({ $size } people): what sets it apart
page-map-no-groups = There are no clear camps: opinions cross each other.
page-map-alt = A cloud of points: { $participants } people, each near those who vote alike; { $groups ->
        [0] without clear groups
       *[other] { $groups } groups
    }. The lists above say the same.
page-map-caption = A point is a person; two points near each other vote alike. Nobody is named.
page-agree = { $percent }% agree
page-unsure = { $percent }% pass
page-disagree = { $percent }% disagree
page-votes = { $votes } votes
page-sessions = Debates
page-sessions-none = No debate has been announced yet.
page-sessions-file = Add the dates to my calendar (.ics)
page-session-seats = { $free ->
        [0] Full ({ $capacity } seats): waiting list in Telegram
        [one] One of { $capacity } seats is free
       *[other] { $free } of { $capacity } seats are free
    }
page-session-cancelled = Cancelled
page-moderation = Moderation
page-moderation-lead = What was decided, in numbers; a dash stands where fewer than { $few } people are concerned.
page-appeals-open = Appeals waiting
page-appeals-upheld = Appeals: decision upheld
page-appeals-overturned = Appeals: decision overturned
page-removals = Removals after publication
page-moderation-times = Half of the decisions took at most { $median }, nine in ten { $most }.
page-objection = Objection by the guarantor, { $when }
page-data = Read everything, check everything
page-rest = And { $count } more, in the file
page-paper = Agenda and summary to print (PDF)
page-record-read = Moderation, record and all files
page-record-title = Moderation and record
page-files = The files
page-contributions = Read the { $texts } published contributions
page-contributions-title = Contributions: { $theme }
page-contributions-lead = As they were written; personal data is masked (▒▒▒). Authors stay anonymous.
page-pages = Pages
page-licence = Open data, licence { $licence }. Shares of votes are shown only where 10 people or more have voted.
page-feed = Follow by Atom (RSS)
page-poster = Poster to print
page-record = The record
page-record-head = { $entries ->
        [one] One entry; hash of the last one:
       *[other] { $entries } entries; hash of the last one:
    }
page-record-verify = Note this hash: if a single entry changes, it changes too. To compute it all again:
page-poster-lead = A question? An opinion? Thirty seconds will do.
page-poster-qr = Code to scan, which opens { $link }
page-poster-how = Scan the code with your phone: the conversation opens in Telegram. No name, no account to make here.
page-poster-no-bot = The bot does not say its address just now: open this page again in a minute.
page-missing = This page does not exist (any more).
page-missing-next = See the themes of { $city }
page-foot-made = Made with Palabre, free software, for { $city }.
page-foot-privacy = These pages set no cookie and ask nothing of other sites.
