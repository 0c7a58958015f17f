package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeersTest {

    private static final String SETTING = "sprig.feedback.allowed-networks";

    private static final Peers NONE_LISTED = Peers.ofListedAndOurselves(SETTING, List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001:0:1::1",
                "2002:a00:1::1",
                "4000::1",
                "8000::1"
            })
    void whatIsNotPublicIsBarred(String address) throws UnknownHostException {
        assertThat(NONE_LISTED.judge("gp.example", bytes(address))).isEqualTo(PeerVerdict.BARRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:1::1",
                "2003::1",
                "2a00:1450::1"
            })
    void whatIsPublicIsCalled(String address) throws UnknownHostException {
        assertThat(NONE_LISTED.judge("gp.example", bytes(address))).isEqualTo(PeerVerdict.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void thisMachineIsCalledIfTheHostSaysSo(String host) throws UnknownHostException {
        assertThat(NONE_LISTED.judge(host, bytes("127.0.0.1"))).isEqualTo(PeerVerdict.LISTED);
        assertThat(NONE_LISTED.judge(host, bytes("::1"))).isEqualTo(PeerVerdict.LISTED);
        assertThat(NONE_LISTED.judge(host, bytes("::2"))).isEqualTo(PeerVerdict.BARRED);
        assertThat(NONE_LISTED.judge(host, bytes("10.0.0.1"))).isEqualTo(PeerVerdict.BARRED);
    }

    @Test
    void thisMachineIsOneOfTheOthersWhereOnlyListedOnesAreCalled() throws UnknownHostException {
        var listed = Peers.ofListed(SETTING, List.of("127.0.0.1/32"));
        assertThat(Peers.ofListed(SETTING, List.of()).judge("localhost", bytes("127.0.0.1")))
                .isEqualTo(PeerVerdict.BARRED);
        assertThat(listed.judge("localhost", bytes("127.0.0.1"))).isEqualTo(PeerVerdict.LISTED);
    }

    @Test
    void aMachineInAListedNetworkIsCalled() throws UnknownHostException {
        var listed = Peers.ofListedAndOurselves(SETTING, List.of("10.20.0.0/16", "fd12:3456::/32"));
        assertThat(listed.judge("gp.example", bytes("10.20.255.1"))).isEqualTo(PeerVerdict.LISTED);
        assertThat(listed.judge("gp.example", bytes("10.21.0.1"))).isEqualTo(PeerVerdict.BARRED);
        assertThat(listed.judge("gp.example", bytes("fd12:3456:9::1"))).isEqualTo(PeerVerdict.LISTED);
        assertThat(listed.judge("gp.example", bytes("fd12:3457::1"))).isEqualTo(PeerVerdict.BARRED);
    }

    @Test
    void onlyWhatIsBarredMayNotBeCalled() {
        assertThat(PeerVerdict.PUBLIC.mayBeCalled()).isTrue();
        assertThat(PeerVerdict.LISTED.mayBeCalled()).isTrue();
        assertThat(PeerVerdict.BARRED.mayBeCalled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.256/8", "gp.example", "::/129", "fd12/16", "10.0.0/8", ""})
    void aNetworkThatCannotBeReadIsNotUsed(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Peers.ofListedAndOurselves(SETTING, List.of(network)))
                .withMessageContaining("sprig.feedback.allowed-networks");
    }

    @Test
    void aNetworkMayBeOneMachineOrAll() throws UnknownHostException {
        assertThat(Peers.ofListedAndOurselves(SETTING, List.of("10.0.0.255/32")).judge("h", bytes("10.0.0.255")))
                .isEqualTo(PeerVerdict.LISTED);
        assertThat(Peers.ofListedAndOurselves(SETTING, List.of("fd00::ab/128")).judge("h", bytes("fd00::ab")))
                .isEqualTo(PeerVerdict.LISTED);
        assertThat(Peers.ofListedAndOurselves(SETTING, List.of("0.0.0.0/0")).judge("h", bytes("192.168.0.1")))
                .isEqualTo(PeerVerdict.LISTED);
    }

    private static byte[] bytes(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal).getAddress();
    }
}
