package io.restoregateway.web;

import io.restoregateway.web.json.StrictBodies;
import io.restoregateway.web.json.StrictJsonConverter;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has requests read strictly. */
@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {

    private final StrictBodies bodies;

    private final WebProperties properties;

    WebWiring(StrictBodies bodies, WebProperties properties) {
        this.bodies = bodies;
        this.properties = properties;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new StrictJsonConverter(bodies, properties.maxBodySize()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new StrictParameters()).addPathPatterns("/api/v1/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/", "/swagger-ui.html");
    }
}
