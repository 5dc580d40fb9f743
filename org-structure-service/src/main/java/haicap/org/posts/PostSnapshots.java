package haicap.org.posts;

import haicap.org.events.OrgNews;
import haicap.platform.outbox.AnnouncedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Posts can be announced as they are. */
@Configuration(proxyBeanMethods = false)
class PostSnapshots {

    @Bean
    AnnouncedKind announcedPosts(OrgNews news, PostTable table) {
        return news.kind(
                "Post", "post", id -> new PostEvent.PostSnapshot(table.find(id).orElseThrow()));
    }
}
