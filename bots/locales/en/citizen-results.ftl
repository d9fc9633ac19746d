citizen-agenda-head = <b>Agenda — { $theme }</b> (version { $version })
citizen-agenda-none = The agenda of “{ $theme }” is not published yet. It is made from the questions people support: yours count.
citizen-summary-head = <b>Summary — { $theme }</b> (version { $version })
citizen-summary-none = The summary of “{ $theme }” is not published yet.
citizen-map-head = <b>Who agrees on what — { $theme }</b>
citizen-map-none = There are not enough votes yet in “{ $theme }” to show who agrees on what. Yours would help.
citizen-document-more = … The rest is on the public page. { $url }
